import { importing } from "./support/importing";
import { lint } from "./support/lint";
import { REFUSED_IN_PAGES } from "./support/lint-pages";

const PATHS = "import-x/no-restricted-paths";
const CYCLES = "house/no-cycles";

/** A documented module that does nothing but import the type of another. */
function importingType(from: string): string {
  return `import type { sample as other } from "${from}";\n/** A sample. */\nexport type Sample = typeof other;\n/** A sample. */\nexport const sample = 1;\n`;
}

/** Modules that other samples import; they keep every rule. */
const LEAVES = [
  "gateway/server.ts",
  "gateway/local/main.ts",
  "schema/compose.ts",
  "subgraphs/kit/errors.ts",
  "subgraphs/catalog/country/country.ts",
  "subgraphs/dispatch/official/official.ts",
  "subgraphs/dispatch/official/official.service.ts",
  "subgraphs/dispatch/official/official.loader.ts",
  "subgraphs/dispatch/official/official.resolver.ts",
  "subgraphs/dispatch/official/official.reference.ts",
  "subgraphs/dispatch/official/official.rules.ts",
  "subgraphs/dispatch/official/official.list.ts",
  "subgraphs/dispatch/official/official.changes.ts",
  "subgraphs/dispatch/official/official.sheet.ts",
  "subgraphs/dispatch/official/official.import.ts",
  "subgraphs/dispatch/official/official.import-rules.ts",
  "subgraphs/dispatch/official/official.facts.ts",
  "subgraphs/dispatch/official/official.measures.ts",
  "subgraphs/dispatch/official/official.module.ts",
  "subgraphs/catalog/agency/agency.rules.ts",
  "subgraphs/fellowship/cohort/fellow.ts",
  "gateway/one/b.ts",
  "gateway/other/a.ts",
  "gateway/above/b.ts",
  "gateway/above/below/a.ts",
  "gateway/composed/part/a.ts",
  "gateway/pages/site/page.ts",
  "gateway/pages/browser/part.tsx",
  "gateway/pages/shared/both.ts",
  "gateway/pages/some/shared/both.ts",
  "test/support/execute.ts",
];

/** What must be refused: why, by which rule, in which file, with which text. */
type Refused = readonly [why: string, rule: string, file: string, text: string];

/** Each role, and some that it must not import. */
const WRONG_WAY: Readonly<Record<string, readonly string[]>> = {
  facts: ["rules", "list", "service", "measures", "module"],
  rules: ["facts", "list", "changes", "import", "import-rules", "measures", "service"],
  list: ["facts", "changes", "import-rules", "measures", "module"],
  changes: ["facts", "import", "import-rules", "measures", "module"],
  sheet: ["import", "import-rules", "measures"],
  "import-rules": ["facts", "changes", "import", "measures", "module"],
  import: ["facts", "changes", "measures", "module"],
  service: ["measures", "module"],
  resolver: ["measures", "module"],
  measures: ["facts", "list", "changes", "import", "resolver", "module"],
};

const ROLE_CASES = Object.entries(WRONG_WAY).flatMap(([role, served]) =>
  served.map((other): Refused => [
    `a file of .${role} importing one of .${other}`,
    PATHS,
    `subgraphs/dispatch/official/to-${other}.${role}.ts`,
    importing(`./official.${other}`),
  ]),
);

/** Ways to import a file, which is given last, that ends up importing what imports it. */
const WAYS_INTO_A_CYCLE: readonly (readonly [string, string, string])[] = [
  ["exporting all of it under a name", `export * as all from "./b";\n`, "b.ts"],
  ["a type of it", `/** A. */\nexport type A = import("./b").Sample;\n`, "b.ts"],
  ["naming its folder", `/** A. */\nexport const a = import("./folder");\n`, "folder/index.ts"],
  [
    "code behind a quote in a pattern",
    `/** A. */\nexport const quote = /'/; export { sample } from "./b";\n`,
    "b.ts",
  ],
  ["its .mjs name", importing("./b.mjs"), "b.mts"],
  ["its .cjs name", importing("./b.cjs"), "b.cts"],
];

const CYCLE_CASES = WAYS_INTO_A_CYCLE.flatMap(([way, text, other], index): Refused[] => {
  const folder = `schema/cycle-${String(index)}`;
  const back = importing(other.includes("/") ? "../a.js" : "./a.js");
  return [
    [`a cycle by ${way}`, CYCLES, `${folder}/a.ts`, text],
    [`a cycle by ${way}, from its other end`, CYCLES, `${folder}/${other}`, back],
  ];
});

const REFUSED: readonly Refused[] = [
  ...REFUSED_IN_PAGES,
  ["kit importing catalog", PATHS, "subgraphs/kit/a.ts", importing("../catalog/country/country")],
  [
    "kit importing a subgraph",
    PATHS,
    "subgraphs/kit/b.ts",
    importing("../dispatch/official/official"),
  ],
  ["kit importing the gateway", PATHS, "subgraphs/kit/c.ts", importing("../../gateway/server")],
  [
    "catalog importing a subgraph",
    PATHS,
    "subgraphs/catalog/a.ts",
    importing("../dispatch/official/official"),
  ],
  [
    "a subgraph importing another",
    PATHS,
    "subgraphs/dispatch/a.ts",
    importing("../fellowship/cohort/fellow"),
  ],
  [
    "recruitment importing another subgraph",
    PATHS,
    "subgraphs/recruitment/a.ts",
    importing("../dispatch/official/official"),
  ],
  [
    "fellowship importing another subgraph",
    PATHS,
    "subgraphs/fellowship/a.ts",
    importing("../dispatch/official/official"),
  ],
  [
    "cooperation importing another subgraph",
    PATHS,
    "subgraphs/cooperation/a.ts",
    importing("../dispatch/official/official"),
  ],
  [
    "a subgraph importing the types of another",
    PATHS,
    "subgraphs/dispatch/b.ts",
    `import type { sample as other } from "../fellowship/cohort/fellow";\n/** A. */\nexport type Sample = typeof other;\n`,
  ],
  [
    "a subgraph importing another by its .js name",
    PATHS,
    "subgraphs/dispatch/c.ts",
    importing("../fellowship/cohort/fellow.js"),
  ],
  [
    "a subgraph requiring another",
    PATHS,
    "subgraphs/dispatch/d.ts",
    `/** A. */\nexport const load = (): unknown => require("../fellowship/cohort/fellow");\n`,
  ],
  [
    "a subgraph loading another dynamically",
    PATHS,
    "subgraphs/dispatch/e.ts",
    `/** A. */\nexport const load = (): Promise<unknown> => import("../fellowship/cohort/fellow");\n`,
  ],
  [
    "a subgraph importing schema tools",
    PATHS,
    "subgraphs/dispatch/f.ts",
    importing("../../schema/compose"),
  ],
  [
    "the gateway importing catalog",
    PATHS,
    "gateway/a.ts",
    importing("../subgraphs/catalog/country/country"),
  ],
  [
    "the gateway importing a subgraph",
    PATHS,
    "gateway/b.ts",
    importing("../subgraphs/dispatch/official/official"),
  ],
  ["the gateway importing schema tools", PATHS, "gateway/c.ts", importing("../schema/compose")],
  ["the gateway importing the local stack", PATHS, "gateway/d.ts", importing("./local/main")],
  [
    "a folder of the gateway importing the local stack",
    PATHS,
    "gateway/access/a.ts",
    importing("../local/main"),
  ],
  ["the local stack importing the gateway", PATHS, "gateway/local/a.ts", importing("../server")],
  [
    "the local stack importing a subgraph",
    PATHS,
    "gateway/local/b.ts",
    importing("../../subgraphs/dispatch/official/official"),
  ],
  [
    "schema tools importing a subgraph",
    PATHS,
    "schema/a.ts",
    importing("../subgraphs/dispatch/official/official"),
  ],
  ["schema tools importing the gateway", PATHS, "schema/b.ts", importing("../gateway/server")],
  [
    "product code importing tests",
    PATHS,
    "subgraphs/dispatch/g.ts",
    importing("../../test/support/execute"),
  ],
  [
    "a test crossing subgraphs by import",
    PATHS,
    "subgraphs/dispatch/h.test.ts",
    importing("../fellowship/cohort/fellow"),
  ],
  [
    "a service importing a resolver",
    PATHS,
    "subgraphs/dispatch/official/a.service.ts",
    importing("./official.resolver"),
  ],
  [
    "a loader importing a reference",
    PATHS,
    "subgraphs/dispatch/official/a.loader.ts",
    importing("./official.reference"),
  ],
  [
    "an entity importing a loader",
    PATHS,
    "subgraphs/dispatch/official/b.ts",
    importing("./official.loader"),
  ],
  [
    "an entity importing a service",
    PATHS,
    "subgraphs/dispatch/official/c.ts",
    importing("./official.service"),
  ],
  [
    "an entity importing a resolver",
    PATHS,
    "subgraphs/dispatch/official/d.ts",
    importing("./official.resolver"),
  ],
  ...ROLE_CASES,
  ["a cycle", CYCLES, "subgraphs/dispatch/cycle-a.ts", importing("./cycle-b")],
  ["a cycle from its other end", CYCLES, "subgraphs/dispatch/cycle-b.ts", importing("./cycle-a")],
  ["a cycle by types alone", CYCLES, "gateway/cycle-a.ts", importingType("./cycle-b")],
  [
    "a cycle by types alone from its other end",
    CYCLES,
    "gateway/cycle-b.ts",
    importingType("./cycle-a"),
  ],
  ["a cycle of three files", CYCLES, "schema/cycle-a.ts", importing("./cycle-b")],
  ["a cycle of three files, further on", CYCLES, "schema/cycle-b.ts", importing("./cycle-c")],
  [
    "a cycle closed by re-exporting",
    CYCLES,
    "schema/cycle-c.ts",
    `export { sample } from "./cycle-a";\n`,
  ],
  ...CYCLE_CASES,
  ["a cycle of folders", CYCLES, "gateway/one/a.ts", importing("../other/a")],
  ["a cycle of folders by types alone", CYCLES, "gateway/other/b.ts", importingType("../one/b")],
  ["a folder importing its subfolder", CYCLES, "gateway/above/a.ts", importing("./below/a")],
  ["a subfolder importing its folder", CYCLES, "gateway/above/below/b.ts", importing("../b")],
  [
    "a type of a library that may be replaced",
    "no-restricted-imports",
    "gateway/transport/a.ts",
    `import type { RemoteGraphQLDataSource } from "@apollo/gateway";\n/** A. */\nexport type Sample = RemoteGraphQLDataSource["fetcher"];\n`,
  ],
  [
    "an entity importing a module",
    PATHS,
    "subgraphs/dispatch/official/e.ts",
    importing("./official.module"),
  ],
  [
    "an entity importing rules",
    PATHS,
    "subgraphs/catalog/agency/agency.ts",
    importing("./agency.rules"),
  ],
  [
    "an entity importing measures",
    PATHS,
    "subgraphs/dispatch/official/f.ts",
    importing("./official.measures"),
  ],
  [
    "process.env",
    "no-restricted-properties",
    "gateway/e.ts",
    "/** A. */\nexport const port = process.env.PORT;\n",
  ],
  [
    "process.env taken apart",
    "no-restricted-properties",
    "gateway/f.ts",
    "const { env } = process;\n/** A. */\nexport const port = env.PORT;\n",
  ],
  [
    "process.env by index",
    "no-restricted-properties",
    "gateway/g.ts",
    `/** A. */\nexport const all = process["env"];\n`,
  ],
  [
    "process under another name",
    "no-restricted-imports",
    "gateway/h.ts",
    `import { env } from "node:process";\n/** A. */\nexport const port = env.PORT;\n`,
  ],
  [
    "process.env in a test beside the code",
    "no-restricted-properties",
    "gateway/i.test.ts",
    "/** A. */\nexport const port = process.env.PORT;\n",
  ],
  ["any", "typescript(no-explicit-any)", "gateway/j.ts", "/** A. */\nexport type Loose = any;\n"],
  [
    "a non-null assertion",
    "typescript(no-non-null-assertion)",
    "gateway/k.ts",
    "/** A. */\nexport const first = (all: string[]): string => all[0]!;\n",
  ],
  [
    "a default export",
    "import-x/no-default-export",
    "gateway/l.ts",
    "/** A. */\nexport default class Sample { readonly a = 1; }\n",
  ],
  ["a barrel", "no-restricted-syntax", "gateway/m.ts", `export * from "./server";\n`],
  [
    "a reminder in a comment",
    "no-warning-comments",
    "gateway/n.ts",
    "/** A. */\n// Later: TODO.\nexport const a = 1;\n",
  ],
  [
    "a file of more than 400 lines",
    "max-lines",
    "gateway/o.ts",
    `/** A. */\nexport const a = 1;\n${"// A line.\n".repeat(400)}`,
  ],
  [
    "a type import written as a value import",
    "typescript(consistent-type-imports)",
    "gateway/p.ts",
    `import { Server } from "node:http";\n/** A. */\nexport type Sample = Server;\n`,
  ],
  [
    "an unhandled kind in a switch",
    "typescript(switch-exhaustiveness-check)",
    "gateway/q.ts",
    `/** A. */\nexport function name(kind: "a" | "b"): string {\n  switch (kind) {\n    case "a":\n      return "A";\n  }\n  return "";\n}\n`,
  ],
  [
    "a promise that nobody waits for",
    "typescript(no-floating-promises)",
    "gateway/q1.ts",
    "/** A. */\nexport function a(): void {\n  Promise.reject(new Error());\n}\n",
  ],
  [
    "a wrong type",
    "typescript(TS2322)",
    "gateway/q2.ts",
    `/** A. */\nexport const a: number = "a";\n`,
  ],
  [
    "a local name that is never used",
    "typescript(TS6133)",
    "gateway/q3.ts",
    "/** A. */\nexport function a(): void {\n  const b = 1;\n}\n",
  ],
  [
    "an error of types that is expected where there is none",
    "typescript(TS2578)",
    "gateway/q5.ts",
    "/** A. */\n// @ts-expect-error -- a sample of a comment that is wrong\nexport const a = 1;\n",
  ],
  [
    "a rule of ESLint disabled where it is kept",
    "Unused eslint-disable directive (no problems were reported from 'max-lines').",
    "gateway/q6.ts",
    "/* eslint-disable max-lines -- a sample of a comment that is wrong */\n/** A. */\nexport const a = 1;\n",
  ],
  [
    "a rule of oxlint disabled where it is kept",
    "Unused oxlint-disable directive (no problems were reported).",
    "gateway/q4.ts",
    "// oxlint-disable-next-line typescript/no-explicit-any -- nothing here is of that type\n/** A. */\nexport const a = 1;\n",
  ],
  [
    "an export without TSDoc: function",
    "jsdoc/require-jsdoc",
    "gateway/r1.ts",
    "export function a(): void {\n  process.exitCode = 1;\n}\n",
  ],
  [
    "an export without TSDoc: arrow function",
    "jsdoc/require-jsdoc",
    "gateway/r2.ts",
    "export const a = (): number => 1;\n",
  ],
  [
    "an export without TSDoc: class",
    "jsdoc/require-jsdoc",
    "gateway/r3.ts",
    "export class A {\n  readonly a = 1;\n}\n",
  ],
  [
    "an export without TSDoc: interface",
    "jsdoc/require-jsdoc",
    "gateway/r4.ts",
    "export interface A {\n  a: 1;\n}\n",
  ],
  ["an export without TSDoc: type", "jsdoc/require-jsdoc", "gateway/r5.ts", "export type A = 1;\n"],
  [
    "an export without TSDoc: constant",
    "jsdoc/require-jsdoc",
    "gateway/r6.ts",
    "export const a = 1;\n",
  ],
  [
    "an export without TSDoc: enum",
    "jsdoc/require-jsdoc",
    "gateway/r7.ts",
    "export enum A {\n  ONE,\n}\n",
  ],
  [
    "an export with empty TSDoc",
    "jsdoc/require-description",
    "gateway/r8.ts",
    "/** @internal */\nexport const a = 1;\n",
  ],
];

const RESOLVER = `import { Arg, Field, InputType, ObjectType, Query, Resolver } from "type-graphql";
import { Country } from "./sample-country";

/** A node with one field. */
@ObjectType({ description: "A node." })
export class Node {
  @Field((_type) => Country, { nullable: true, description: "A country." })
  country?: Country;
}

/** An input without a field of its own. */
@InputType({ description: "An input." })
export class Empty {}

/** Answers the root fields. */
@Resolver((_of) => Node)
export class SampleResolver {
  @Query((_returns) => [Node], { description: "Nodes." })
  async nodes(@Arg("country", (_type) => Country) country: Country): Promise<Node[]> {
    return [{ country }];
  }
}
`;
const COUNTRY = `import { Field, InputType, ObjectType } from "type-graphql";

/** A country. */
@ObjectType({ description: "A country." })
@InputType("CountryInput", { description: "A country." })
export class Country {
  @Field({ description: "A code." })
  code!: string;
}
`;

/** What must pass every rule. */
const ALLOWED: readonly (readonly [string, string, string])[] = [
  [
    "a subgraph importing catalog and kit",
    "subgraphs/dispatch/x.ts",
    importing("../catalog/country/country", "../kit/errors"),
  ],
  ["catalog importing kit", "subgraphs/catalog/x.ts", importing("../kit/errors")],
  ["the gateway importing kit", "gateway/x.ts", importing("../subgraphs/kit/errors")],
  [
    "the local stack importing kit and itself",
    "gateway/local/x.ts",
    importing("../../subgraphs/kit/errors", "./main"),
  ],
  ["schema tools importing kit", "schema/x.ts", importing("../subgraphs/kit/errors")],
  [
    "a test beside the code importing test support",
    "subgraphs/dispatch/x.test.ts",
    importing("../../test/support/execute"),
  ],
  [
    "tests importing anything",
    "test/e2e/x.e2e.test.ts",
    importing("../../gateway/server", "../../subgraphs/dispatch/official/official"),
  ],
  [
    "a resolver importing a service, a loader and an entity",
    "subgraphs/dispatch/official/x.resolver.ts",
    importing("./official.service", "./official.loader", "./official"),
  ],
  [
    "a service importing an entity and a loader",
    "subgraphs/dispatch/official/x.service.ts",
    importing("./official", "./official.loader"),
  ],
  [
    "a subgraph's schema importing resolvers",
    "subgraphs/dispatch/schema.ts",
    importing("./official/official.resolver", "./official/official.reference"),
  ],
  [
    "a module importing every role",
    "subgraphs/dispatch/official/x.module.ts",
    importing("./official.list", "./official.changes", "./official.import", "./official.resolver"),
  ],
  [
    "an import importing a sheet, rules and an entity",
    "subgraphs/dispatch/official/x.import.ts",
    importing("./official.sheet", "./official.import-rules", "./official.rules", "./official"),
  ],
  [
    "rules of an import importing a sheet, rules and a service",
    "subgraphs/dispatch/official/x.import-rules.ts",
    importing("./official.sheet", "./official.rules", "./official.service"),
  ],
  ["facts importing an entity", "subgraphs/dispatch/official/x.facts.ts", importing("./official")],
  ["measures importing one", "subgraphs/dispatch/official/x.measures.ts", importing("./official")],
  [
    "a file that adapts a library that may be replaced",
    "gateway/transport/library-data-source.ts",
    `import { RemoteGraphQLDataSource } from "@apollo/gateway";\n/** A sample. */\nexport class Sample extends RemoteGraphQLDataSource {}\n`,
  ],
  [
    "a rule of ESLint disabled with a reason",
    "gateway/z.ts",
    `/* eslint-disable max-lines -- a sample of a long file */\n/** A. */\nexport const a = 1;\n${"// A line.\n".repeat(400)}`,
  ],
  [
    "a page's script importing what all scripts and both sides share",
    "gateway/pages/some/browser/main.tsx",
    importing("../../browser/part", "../../shared/both", "../shared/both"),
  ],
  ["a folder composing its subfolder", "gateway/composed/x.ts", importing("./part/a")],
  [
    "a file that names another in a comment and a text alone",
    "gateway/mentions-a.ts",
    `/** No import("./mentions-b"). */\nexport const sample = 'import "./mentions-b"';\n`,
  ],
  ["a file that imports it", "gateway/mentions-b.ts", importing("./mentions-a")],
  ["process.env in env.ts", "gateway/env.ts", "/** A. */\nexport const port = process.env.PORT;\n"],
  [
    "process.env under test/",
    "test/support/x.ts",
    "/** A. */\nexport const port = process.env.PORT;\n",
  ],
  ["a default export in a configuration file", "sample.config.mjs", "export default {};\n"],
  [
    "undocumented names that are not exported",
    "gateway/y.ts",
    "function one(): number {\n  return 1;\n}\n/** A. */\nexport const a = one();\n",
  ],
  [
    "a decorated class used as type, by value import",
    "subgraphs/dispatch/sample-resolver.ts",
    RESOLVER,
  ],
  ["a definite property of a decorated class", "subgraphs/dispatch/sample-country.ts", COUNTRY],
];

/** Rules broken, by file; in a checkout of samples that are refused, and in one of others. */
let refused: ReadonlyMap<string, readonly string[]>;
let accepted: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  const leaves = LEAVES.map((file) => [file, importing()] as const);
  refused = await lint([...leaves, ...REFUSED.map(([, , file, text]) => [file, text] as const)]);
  accepted = await lint([...leaves, ...ALLOWED.map(([, file, text]) => [file, text] as const)]);
});

describe("lint", () => {
  it.each(REFUSED)("refuses %s (%s)", (_why, rule, file) => {
    expect(refused.get(file)).toContain(rule);
  });

  it.each(ALLOWED)("accepts %s", (_why, file) => {
    expect(accepted.get(file)).toEqual([]);
  });

  it.each(LEAVES)("has nothing against %s, which the samples import", (file) => {
    expect([...(refused.get(file) ?? ["?"]), ...(accepted.get(file) ?? ["?"])]).toEqual([]);
  });
});
