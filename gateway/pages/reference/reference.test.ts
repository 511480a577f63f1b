import { join } from "node:path";
import { parse, validate } from "graphql";
import { accessPolicies } from "../../../subgraphs/kit/access/access-policy";
import { callersSchema } from "../../inputs/scalars";
import { loadSupergraph } from "../../supergraph/load-supergraph";
import { operationExample } from "./example/operation-example";
import { Reference } from "./model/reference";
import { searchEntries } from "./model/search-entries";
import { addressOf } from "./shared/address-of";
import { indexView, operationLists } from "./view/index-view";
import { operationView } from "./view/operation-view";
import type { ReferenceView } from "./view/reference-view";
import { typeView } from "./view/type-view";

let reference: Reference;
/** Every page of the reference, by its name; the index is "". */
let pages: ReadonlyMap<string, string>;
beforeAll(async () => {
  const supergraph = await loadSupergraph(
    join(__dirname, "..", "..", "..", "schema", "supergraph.graphql"),
  );
  reference = new Reference({
    schema: callersSchema(supergraph),
    supergraphSdl: supergraph.sdl,
    policies: accessPolicies(parse(supergraph.sdl)),
  });
  const view: ReferenceView = { reference, language: "en", hasExplorer: true };
  pages = new Map([
    ["", indexView(view).text],
    ["Query", operationLists("Query", view).text],
    ["Mutation", operationLists("Mutation", view).text],
    ...[...reference.operations].map(
      ([name, operation]) => [name, operationView(operation, view).text] as const,
    ),
    ...[...reference.types].map(([name, type]) => [name, typeView(type, view).text] as const),
  ]);
});

const pageOf = (name: string) => pages.get(name) ?? "";
const textOf = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();

describe("the reference of the whole schema", () => {
  it("has every type, query, change, field, argument and value, and every description", () => {
    const missing = searchEntries(reference).filter(([coordinate, about]) => {
      const [page = "", place] =
        addressOf(coordinate, "en").split("/")[2]?.split("?lang=en#") ?? [];
      const html = pageOf(page.replace("?lang=en", ""));
      const plain = about.replaceAll("`", "").slice(0, 40);
      return (
        (place !== undefined && !html.includes(`id="${place}"`)) ||
        !textOf(html).includes(textOf(plain.replaceAll("'", "&#39;").replaceAll('"', "&quot;")))
      );
    });
    expect(missing).toEqual([]);
    expect(pages.size).toBeGreaterThan(400);
  });

  it("has no link to a page or a place that is not there", () => {
    const broken = [...pages].flatMap(([name, html]) =>
      [...html.matchAll(/href="\/reference\/([^?"]+)\?lang=en(?:#([^"]+))?"/g)]
        .filter(([, page = "", place]) => {
          const target = pages.get(page);
          return target === undefined || (place !== undefined && !target.includes(`id="${place}"`));
        })
        .map(([link]) => `${name}: ${link}`),
    );
    expect(broken).toEqual([]);
  });

  it("has an example for each query and change, which the schema accepts", () => {
    const refused = [...reference.operations].flatMap(([name, operation]) => {
      const { query } = operationExample(operation, reference.policies);
      return validate(reference.schema, parse(query)).map(({ message }) => `${name}: ${message}`);
    });
    expect(refused).toEqual([]);
  });

  it("says who may see what, what it costs, where a scalar is specified, and what is by default", () => {
    expect(textOf(pageOf("Query.dispatches"))).toContain(
      "Who may use itCallers with dispatch:persons (dispatch-officer, an application whose token names it). It is about a person",
    );
    expect(textOf(pageOf("Query.agencies"))).toContain("Who may use itEverybody.");
    expect(textOf(pageOf("Dispatch"))).toMatch(/Who may see it: Callers with dispatch:pay/);
    expect(textOf(pageOf("Query.dispatchStatistics"))).toMatch(/Cost: 100 for itself/);
    expect(textOf(pageOf("Query.officials"))).toContain(
      "of the page, as many as first says, or 50",
    );
    expect(textOf(pageOf("Query.officials"))).toContain("first: Int by default 50");
    expect(pageOf("Date")).toMatch(/<a href="https:\/\/scalars\.graphql\.org\/[^"]+"/);
    expect(pageOf("Query.agency")).toContain('href="/explorer?lang=en#operation=query+Agency');
  });

  it("is no larger than a page that opens at once", () => {
    const sizes = [...pages].map(([name, html]) => ({ name, bytes: Buffer.byteLength(html) }));
    const [largest] = sizes.sort((one, other) => other.bytes - one.bytes);
    process.stdout.write(`largest page of the reference: ${JSON.stringify(largest)}\n`);
    expect(largest?.bytes).toBeLessThan(250_000);
  });
});
