import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { addMunicipalities, municipalities } from "../candidates.fixture";
import { Ministry } from "../ministry.fixture";
import { recruitment } from "../recruitment";

let subgraph: TestSubgraph;
let ministry: Ministry;
beforeAll(async () => {
  subgraph = await startTestSubgraph(recruitment);
  ministry = await Ministry.of(subgraph);
  await addMunicipalities(ministry);
});
afterAll(async () => {
  await ministry.close();
  await subgraph.stop();
});

const { city, otherCity, ward, northernVillage, formerTown } = municipalities;

describe("requests for the list", () => {
  it("are refused with a reason, made again on another day, granted, and then not made again", async () => {
    const request = await ministry.make("requestList", { municipality: city, on: "2024-05-31" });
    expect(request).toEqual({
      id: expect.any(String),
      version: 1,
      synthetic: false,
      state: "REQUESTED",
      requestedOn: "2024-05-31",
      decidedOn: null,
      refusalReason: null,
      municipality: { code: city },
    });
    expect(await ministry.refused("requestList", { municipality: city, on: "2024-05-31" })).toEqual(
      ["LIST_REQUEST_OPEN municipality"],
    );
    const refusal = { id: request.id, on: "2024-06-01", reason: " Incomplete. " };
    expect(await ministry.make("refuseListRequest", refusal)).toMatchObject({
      version: 2,
      state: "REFUSED",
      decidedOn: "2024-06-01",
      refusalReason: "Incomplete.",
    });
    expect(await ministry.refused("requestList", { municipality: city, on: "2024-05-31" })).toEqual(
      ["LIST_REQUEST_EXISTS on"],
    );
    const { id } = await ministry.make("requestList", { municipality: city, on: "2024-06-02" });
    const grant = { id, on: "2024-06-02" };
    expect(await ministry.make("grantListRequest", grant)).toMatchObject({
      version: 2,
      state: "GRANTED",
      decidedOn: "2024-06-02",
      refusalReason: null,
    });
    expect(await ministry.refused("grantListRequest", grant)).toEqual(["ALREADY_DECIDED id"]);
    const late = { id, reason: "Late." };
    expect(await ministry.refused("refuseListRequest", late)).toEqual(["ALREADY_DECIDED id"]);
    expect(await ministry.refused("requestList", { municipality: city })).toEqual([
      "LIST_ALREADY_GRANTED municipality",
    ]);
  });

  it.each([
    ["UNKNOWN_MUNICIPALITY municipality", { municipality: "999999" }],
    ["NOT_A_MUNICIPALITY municipality", { municipality: ward }],
    ["NOT_A_MUNICIPALITY municipality", { municipality: northernVillage }],
    ["MUNICIPALITY_NOT_IN_FORCE municipality", { municipality: formerTown, on: "2020-01-01" }],
    ["DATE_IN_FUTURE on", { on: "2099-01-01" }],
  ])("are not taken where they break %s", async (expected, values) => {
    const input = { municipality: otherCity, on: "2024-05-31", ...values };
    expect(await ministry.refused("requestList", input)).toEqual([expected]);
  });

  it.each([
    ["131042", 'Expected the check digit 1, as in "131041", received "131042".'],
    ["1", 'Expected six digits with the check digit last, such as "011002", received "1".'],
    ["999997", 'Expected the code of a municipality, received "999997".'],
  ])("of %s are refused with what is wrong with the code", async (municipality, message) => {
    const { userErrors } = await ministry.send("requestList", { municipality, on: "2024-05-31" });
    expect(userErrors).toMatchObject([{ code: "UNKNOWN_MUNICIPALITY", message }]);
  });

  it("are decided no earlier than made, and not ahead", async () => {
    const input = { municipality: formerTown, on: "2019-12-31" };
    const { id } = await ministry.make("requestList", input);
    const early = { id, on: "2019-12-30", reason: "" };
    expect(await ministry.refused("refuseListRequest", early)).toEqual([
      "DATE_OUT_OF_ORDER on",
      "INVALID_TEXT reason",
    ]);
    expect(await ministry.refused("grantListRequest", { id, on: "2099-01-01" })).toEqual([
      "DATE_IN_FUTURE on",
    ]);
    expect(await ministry.refused("grantListRequest", { id: "missing" })).toEqual(["NOT_FOUND id"]);
  });

  it("are taken once where fifty are made at once, and decided once", async () => {
    const inputs = Array.from({ length: 50 }, (_unused, index) => ({
      municipality: otherCity,
      on: `2024-05-${String((index % 25) + 1).padStart(2, "0")}`,
    }));
    expect(await ministry.race("requestList", inputs)).toEqual({ OK: 1, LIST_REQUEST_OPEN: 49 });
    const { rows } = await ministry.owner.query<{ id: string }>(
      "SELECT id FROM list_request WHERE municipality_code = $1",
      [otherCity],
    );
    const grants = Array.from({ length: 50 }, () => ({ id: rows[0]?.id }));
    expect(await ministry.race("grantListRequest", grants)).toEqual({ OK: 1, ALREADY_DECIDED: 49 });
  });
});
