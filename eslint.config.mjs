import { readdirSync } from "node:fs";
import { createNodeResolver, importX } from "eslint-plugin-import-x";
import jsdoc from "eslint-plugin-jsdoc";
import tseslint from "typescript-eslint";
import { house } from "./test/lint/no-cycles.mjs";

/** Every folder of `subgraphs` but what they share. */
const SUBGRAPHS = readdirSync(`${import.meta.dirname}/subgraphs`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !["kit", "catalog"].includes(entry.name))
  .map(({ name }) => name);
const PRODUCT = ["gateway", "subgraphs", "schema"];

/** Which folder may not import from which: `subgraphs/X → catalog → kit`, `gateway, schema → kit`. */
const FOLDER_ZONES = [
  {
    target: "subgraphs/kit",
    from: "subgraphs",
    except: ["kit"],
    message: "kit knows no word of the domain: it imports neither catalog nor a subgraph.",
  },
  {
    target: "subgraphs/catalog",
    from: "subgraphs",
    except: ["areas.ts", "catalog", "kit"],
    message: "catalog is shared by all subgraphs and may import kit only.",
  },
  ...SUBGRAPHS.map((name) => ({
    target: `subgraphs/${name}`,
    from: "subgraphs",
    except: [name, "areas.ts", "catalog", "kit"],
    message: "A subgraph reaches another only through the graph, never by import.",
  })),
  {
    target: "subgraphs",
    from: ["gateway", "schema"],
    message: "Subgraphs know neither the gateway nor the schema tools.",
  },
  {
    target: "gateway",
    from: "subgraphs",
    except: ["areas.ts", "kit"],
    message: "The gateway knows subgraphs by their schema; of their code it may import kit only.",
  },
  {
    target: "gateway",
    from: "schema",
    message: "The gateway reads the supergraph file and imports no schema tool.",
  },
  {
    target: "gateway/local",
    from: "gateway",
    except: ["local", "access/roles.ts"],
    message: "The local stack starts processes and imports none of them, only the names of roles.",
  },
  {
    target: ["gateway/*.ts", "gateway/!(local)/**/*.ts"],
    from: "gateway/local",
    message: "The gateway must run where the local stack and its database are not installed.",
  },
  {
    target: "schema",
    from: "subgraphs",
    except: ["areas.ts", "kit"],
    message: "Schema tools ask a subgraph's program for its SDL and import kit only.",
  },
  {
    target: "gateway/pages/**/browser/**",
    from: ["gateway/**/*", "subgraphs/**/*"],
    except: ["**/gateway/pages/**/browser/**", "**/gateway/pages/**/shared/**"],
    message:
      "What runs in a browser knows nothing of the server but the modules meant for both, in shared/.",
  },
  {
    target: "gateway/pages/**/shared/**",
    from: ["gateway/**/*", "subgraphs/**/*"],
    except: ["**/gateway/pages/**/shared/**"],
    message: "What is meant for browser and server alike imports neither.",
  },
  {
    target: [
      "gateway/*.ts",
      "gateway/!(pages)/**/*",
      "gateway/pages/*.ts",
      "gateway/pages/!(browser)/!(browser)/**/*.ts",
      "gateway/pages/!(browser)/*.ts",
    ],
    from: "gateway/pages/**/browser/**/*",
    message:
      "What runs in a browser is bundled by the build and imported by nothing of the server.",
  },
  { target: "schema", from: "gateway", message: "Schema tools know nothing of the gateway." },
];

/** Tests beside the code may use `test/support`; what is delivered may not. */
const TEST_ZONE = {
  target: PRODUCT,
  from: "test",
  message: "Nothing that is delivered may need the tests.",
};

/** What those that answer may import: everything that does not know them. */
const BEHIND_ANSWERS = [
  ...["facts", "rules", "list", "changes", "sheet", "import-rules", "import"],
  ...["loader", "service"],
];

/**
 * The roles of an aggregate's files, and those each may import besides its own: the others it serves, and must not know.
 * `entity ← rules ← list, changes, import-rules`, `sheet ← import-rules ← import`, `loader, service ← resolver, reference`,
 * all of them `← module`. Facts and measures are made of entities alone, for the definition of a subgraph. An entity is a
 * file without a role suffix.
 */
const MAY_IMPORT = {
  facts: [],
  rules: [],
  list: ["rules", "loader", "service"],
  changes: ["rules", "loader", "service"],
  sheet: ["rules"],
  "import-rules": ["rules", "sheet", "loader", "service"],
  import: ["rules", "sheet", "import-rules", "loader", "service"],
  loader: BEHIND_ANSWERS,
  service: BEHIND_ANSWERS,
  resolver: [...BEHIND_ANSWERS, "reference"],
  reference: [...BEHIND_ANSWERS, "resolver"],
  measures: [],
};
const ROLES = [...Object.keys(MAY_IMPORT), "module"];
const SERVED_BY_ROLE = Object.entries(MAY_IMPORT).map(([role, others]) => [
  role,
  ROLES.filter((other) => other !== role && !others.includes(other)),
]);
const filesOfRoles = (roles) =>
  `subgraphs/**/*.${roles.length > 1 ? `{${roles.join(",")}}` : roles.join("")}.ts`;

const ROLE_ZONES = [
  ...SERVED_BY_ROLE.map(([role, served]) => ({
    target: `subgraphs/**/*.${role}.ts`,
    from: filesOfRoles(served),
    message: `A file of the role .${role} serves those of .${served.join(", .")} and does not know them.`,
  })),
  {
    target: "subgraphs/!(kit)/*/**/!(*.*).ts",
    // What is kept in memory is read from facts; records for trying out reach the numbers that measures publish.
    from: filesOfRoles(ROLES.filter((role) => role !== "facts" && role !== "measures")),
    message: "An entity (a file without a role suffix) does not know the files that it serves.",
  },
  {
    target: "subgraphs/!(kit)/!(demo)/**/!(*.*).ts",
    from: filesOfRoles(["measures"]),
    message: "Measures are made of entities, which do not know them.",
  },
];

const restrictedPaths = (zones) => ["error", { basePath: import.meta.dirname, zones }];

/** The files that adapt `@apollo/gateway` to interfaces of our own: nobody else names it. */
const GATEWAY_LIBRARY_ADAPTERS = [
  "gateway/create-gateway.ts",
  "gateway/planning/planning-gateway.ts",
  "gateway/transport/library-data-source.ts",
];

const PROCESS_ENV = "Only env.ts reads the environment; take a validated value from it.";
const PROCESS_MODULES = ["process", "node:process"].map((name) => ({ name, message: PROCESS_ENV }));

/** The files a rule about the product's own code applies to. */
const SOURCE = ["**/*.{ts,tsx,mts,cts}"];
const ALL_CODE = [...SOURCE, "**/*.{js,mjs,cjs}"];
const TESTS = ["**/*.test.ts", "test/**/*.ts"];
const CONFIGURATION = ["*.config.{js,cjs,mjs,ts}"];

export default tseslint.config(
  {
    ignores: [
      "**/node_modules/",
      "dist/",
      ".data/",
      "coverage/",
      "subgraphs/*/data/",
      "test/bench/node_modules/",
      "test/tools/src/",
      "test/tools/generated/",
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    name: "imports",
    files: ALL_CODE,
    plugins: { house, "import-x": importX },
    settings: {
      "import-x/extensions": [".ts", ".tsx", ".mts", ".cts", ".js", ".cjs", ".mjs"],
      "import-x/parsers": { "@typescript-eslint/parser": [".ts", ".tsx", ".mts", ".cts"] },
      "import-x/resolver-next": [
        createNodeResolver({
          extensions: [".ts", ".tsx", ".js", ".cjs", ".mjs", ".json", ".node"],
          extensionAlias: {
            ".js": [".ts", ".js"],
            ".mjs": [".mts", ".mjs"],
            ".cjs": [".cts", ".cjs"],
          },
        }),
      ],
    },
    rules: {
      "house/no-cycles": ["error", { folders: [...PRODUCT, "test"] }],
      "import-x/no-default-export": "error",
      "import-x/no-duplicates": "error",
      "import-x/no-restricted-paths": restrictedPaths([...FOLDER_ZONES, TEST_ZONE, ...ROLE_ZONES]),
    },
  },
  {
    name: "plain rules",
    files: ALL_CODE,
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "max-lines": ["error", { max: 400 }],
      "no-restricted-syntax": [
        "error",
        { selector: "ExportAllDeclaration", message: "Import from the file that defines it." },
      ],
      "no-var": "error",
      "no-warning-comments": ["error", { terms: ["todo", "fixme"], location: "anywhere" }],
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-rest-params": "error",
      "prefer-spread": "error",
    },
  },
  {
    name: "TypeScript, of which .oxlintrc.json has the rules",
    files: SOURCE,
    languageOptions: { parser: tseslint.parser },
  },
  {
    name: "TSDoc on every export",
    files: SOURCE,
    ignores: TESTS,
    plugins: { jsdoc },
    settings: { jsdoc: { mode: "typescript", tagNamePreference: { returns: "returns" } } },
    rules: {
      "jsdoc/check-param-names": [
        "error",
        { checkDestructured: false, disableMissingParamChecks: true },
      ],
      "jsdoc/check-tag-names": ["error", { definedTags: ["remarks", "typeParam"] }],
      "jsdoc/no-blank-blocks": "error",
      "jsdoc/no-types": "error",
      "jsdoc/require-description": ["error", { contexts: ["any"] }],
      "jsdoc/require-jsdoc": [
        "error",
        {
          publicOnly: { esm: true, cjs: false, window: false },
          enableFixer: false,
          require: {
            ArrowFunctionExpression: true,
            ClassDeclaration: true,
            ClassExpression: true,
            FunctionDeclaration: true,
            FunctionExpression: true,
            MethodDefinition: false,
          },
          contexts: [
            "TSInterfaceDeclaration",
            "TSTypeAliasDeclaration",
            "TSEnumDeclaration",
            "ExportNamedDeclaration > VariableDeclaration",
          ],
          checkConstructors: false,
        },
      ],
    },
  },
  {
    name: "environment",
    files: SOURCE,
    ignores: ["**/env.ts", "test/**"],
    rules: {
      "no-restricted-properties": [
        "error",
        { object: "process", property: "env", message: PROCESS_ENV },
        { object: "globalThis", property: "process", message: PROCESS_ENV },
      ],
      "no-restricted-imports": ["error", { paths: PROCESS_MODULES }],
    },
  },
  {
    name: "a library that may be replaced",
    files: SOURCE,
    ignores: ["**/env.ts", "test/**", ...GATEWAY_LIBRARY_ADAPTERS],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          paths: [
            ...PROCESS_MODULES,
            {
              name: "@apollo/gateway",
              message: "It may be replaced: name an interface of our own, which its adapters meet.",
            },
          ],
        },
      ],
    },
  },
  {
    name: "tests",
    files: TESTS,
    rules: {
      "max-lines": ["error", { max: 600 }],
      "import-x/no-restricted-paths": restrictedPaths([...FOLDER_ZONES, ...ROLE_ZONES]),
    },
  },
  {
    name: "configuration files",
    files: CONFIGURATION,
    rules: { "import-x/no-default-export": "off" },
  },
);
