import { newCredentials } from "./credentials";
import { DataFolder } from "./data-folder";
import { ofEachPart } from "./programs";
import { setDate } from "../../test/support/set-date";
import { areaPreparation, auditPreparation } from "./preparations";

const context = {
  project: "/project",
  folder: new DataFolder("/data"),
  ports: ofEachPart(({ port }) => port),
  credentials: newCredentials(),
};
const by = { adminUrl: "postgres://postgres:x@127.0.0.1:5432/postgres", programs: "digest" };
const area = (
  changed: Partial<typeof context> = {},
  { programs = by.programs, args = [""] } = {},
) => areaPreparation({ ...context, ...changed }, "dispatch", { ...by, programs }, args).fingerprint;

afterEach(() => jest.useRealTimers());

describe("what the database of an area is prepared with", () => {
  it("is the same every time, and leads to its database and owner", () => {
    expect(area()).toBe(area());
    expect(areaPreparation(context, "dispatch", by, [])).toMatchObject({
      url: "postgres://postgres:x@127.0.0.1:5432/dispatch",
      owner: "dispatch_owner",
      isOfArea: true,
    });
  });

  it("is another one with other programs, passwords and arguments", () => {
    const others = [
      area(),
      area({}, { programs: "other" }),
      area({ credentials: newCredentials() }),
      area({}, { args: ["--none"] }),
      area({}, { args: ["--scale", "4000"] }),
    ];
    expect(new Set(others).size).toBe(others.length);
  });

  it("is another one from 1 July on, when a release is due", () => {
    const on = (day: string) => {
      setDate(new Date(`${day}T12:00:00+09:00`));
      return area();
    };
    expect(on("2026-06-30")).toBe(on("2025-07-01"));
    expect(on("2026-07-01")).not.toBe(on("2026-06-30"));
  });
});

describe("what the database of the audit log is prepared with", () => {
  it("is another one with other programs and passwords only", () => {
    const audit = (credentials = context.credentials, programs = by.programs) =>
      auditPreparation({ ...context, credentials }, { ...by, programs }).fingerprint;
    const { audit: _audit, ...areas } = newCredentials();
    expect(audit({ ...context.credentials, ...areas })).toBe(audit());
    expect(audit(newCredentials())).not.toBe(audit());
    expect(audit(context.credentials, "other")).not.toBe(audit());
  });
});
