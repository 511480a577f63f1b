import { ownedDatabase } from "../../../test/support/owned-database";
import { numberForm } from "./number-form.sql";

let test: Awaited<ReturnType<typeof ownedDatabase>>;
beforeAll(async () => {
  test = await ownedDatabase("recruitment");
});
afterAll(() => test.close());

const register = (number: string) =>
  test.owner.query(
    "INSERT INTO applicant (applicant_number, name, name_kana) VALUES ($1, '試験', 'シケン')",
    [number],
  );

it("writes numbers in their form where no other has it, leaves the rest, and lets no other come", async () => {
  await test.owner.query("ALTER TABLE applicant DROP CONSTRAINT applicant_number_form");
  const before = [
    "２０２３－９００１",
    "2023-9002",
    "２０２３－９００２",
    "Ａ‐1",
    "Ａ－１",
    "試験 1",
  ];
  for (const number of before) await register(number);
  await test.owner.query(numberForm("applicant", "applicant_number"));
  const { rows } = await test.owner.query<{ number: string }>(
    "SELECT applicant_number AS number FROM applicant WHERE applicant_number = ANY($1) ORDER BY 1",
    [[...before, "2023-9001"]],
  );
  expect(rows.map(({ number }) => number).sort()).toEqual(["2023-9001", ...before.slice(1)].sort());
  await expect(register("２０２３－９００３")).rejects.toMatchObject({
    constraint: "applicant_number_form",
  });
  await register("2023-9003");
});
