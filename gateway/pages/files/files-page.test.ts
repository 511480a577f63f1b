import { join } from "node:path";
import Fastify from "fastify";
import { buildSchema } from "graphql";
import type { ListedAddress, ListedParameter } from "../../addresses/list-addresses";
import { readAssetManifest } from "../site/asset-manifest";
import { addressWith } from "./shared/address-with";
import { filesPage } from "./files-page";

/** The page in English, of a gateway with these operations. */
async function pageOf(operations: readonly ListedAddress[]): Promise<string> {
  const app = Fastify();
  filesPage.serve(app, {
    assets: await readAssetManifest(join(__dirname, "../../../dist/gateway/pages/assets")),
    settings: {
      ...{ PAGES: true, EXPLORER: false, SANDBOX: false, OPEN_SCHEMA: true, LOCAL_ISSUER: false },
    },
    graph: {
      ...{ schema: buildSchema("type Query { a: Int }"), supergraphSdl: "", policies: new Map() },
    },
    pages: [filesPage],
    addresses: () => Promise.resolve(operations),
  });
  const { body, headers } = await app.inject("/files?lang=en");
  expect(headers["content-security-policy"]).toContain("form-action 'self'");
  return body;
}

const parameter = (more: Partial<ListedParameter>): ListedParameter => ({
  ...{ name: "p", type: "String", required: false, list: false },
  ...{ description: { en: "What it is", ja: "内容" }, ...more },
});

const operation = (parameters: readonly ListedParameter[]): ListedAddress => ({
  name: "some-table",
  description: { en: `Act No. 1, <b>"it"</b>. The rest. And more.`, ja: "表。" },
  addresses: { csv: "/q/some-table.csv", xlsx: "/q/some-table.xlsx" },
  parameters,
  example: "/q/some-table.csv",
});

describe("the page of files", () => {
  it("says plainly that no operation is registered", async () => {
    const page = await pageOf([]);
    expect(page).toContain("no registered operation");
    expect(page).not.toContain("<form");
  });

  it.each([
    [{}, `<input id="some-table-p" name="p" value=""`],
    [{ type: "Int!", required: true }, `required pattern="-?\\d{1,15}"`],
    [{ type: "[Int!]", list: true, example: "1,2" }, `value="1,2"`],
    [{ type: "[Int!]", list: true }, `pattern="-?\\d{1,15}(,-?\\d{1,15})*"`],
    [{ type: "Date", example: "2013-06-01" }, `type="date"`],
    [{ type: "E", values: ["A", "B"], example: "B" }, `<option value="B" selected>B</option>`],
    [{ type: "E", values: ["A"] }, `<option value="">not chosen</option>`],
    [{ type: "[E!]", list: true, values: ["A", "B"] }, `title="A / B / Several`],
    [{ name: "language", values: ["en", "ja"] }, `<option value="en" selected>English</option>`],
  ])("has a field that fits a parameter: %j", async (more, field) => {
    expect(await pageOf([operation([parameter(more)])])).toContain(field);
  });

  it("has the first sentence of a description as a heading, and no HTML of it", async () => {
    const page = await pageOf([operation([])]);
    expect(page).toContain(`">Act No. 1, &lt;b&gt;&quot;it&quot;&lt;/b&gt;</h2>`);
    expect(page).toContain("<p>The rest. And more.</p>");
  });
});

it("an address with parameters has those that are not empty, with commas as they are", () => {
  const given = [
    ["year", "2012,2013"],
    ["asOf", ""],
    ["name", `山 & "b"`],
  ] as const;
  expect(addressWith("/q/a.csv", given)).toBe("/q/a.csv?year=2012,2013&name=%E5%B1%B1+%26+%22b%22");
  expect(addressWith("/q/a.csv", [])).toBe("/q/a.csv");
});
