import { type FieldNode, Kind, type OperationDefinitionNode, parse } from "graphql";
import type { DatabaseLoader, LoadingContext } from "./loaders";
import { noteReference, prepareReferences } from "./references";

class Term {
  constructor(
    readonly officialId: string,
    readonly organizationCode: string | null,
  ) {}
}

const official: DatabaseLoader<string | number, unknown> = {
  name: "official",
  batch: () => Promise.resolve([]),
};
const organization: DatabaseLoader<string | number, unknown> = {
  ...official,
  name: "organization",
};
noteReference(Term.prototype, "official", { property: "officialId", loader: () => official });
noteReference(Term.prototype, "organization", {
  property: "organizationCode",
  loader: () => organization,
});

const terms = [new Term("1", "OECD"), new Term("2", null), new Term("1", "OECD")];

/** What is read for the selection of `terms`. */
async function prepared(
  selection: string,
  path: readonly string[] = [],
  records: object[] = terms,
) {
  const read: Record<string, unknown[]> = {};
  const context = {
    prepare: ({ name }: { readonly name: string }, keys: Iterable<unknown>) => {
      read[name] = [...keys];
      return Promise.resolve();
    },
  } as unknown as LoadingContext;
  const document = parse(`{ terms ${selection} } fragment F on Term { official { id } }`);
  const [operation] = document.definitions as OperationDefinitionNode[];
  const fieldNodes = (operation?.selectionSet.selections ?? []).filter(
    (node): node is FieldNode => node.kind === Kind.FIELD,
  );
  await prepareReferences(records, { fieldNodes }, context, path);
  return read;
}

describe("references of records", () => {
  it("are read for all records at once, each key once, as far as they are selected under whatever alias", async () => {
    expect(await prepared("{ officialId who: official { id } }")).toEqual({ official: ["1", "2"] });
    expect(await prepared("{ official { id } organization { code } }")).toEqual({
      official: ["1", "2"],
      organization: ["OECD"],
    });
    expect(await prepared("{ officialId }")).toEqual({});
  });

  it("are read below edges", async () => {
    expect(await prepared("{ node { official { id } } }", ["node"])).toEqual({
      official: ["1", "2"],
    });
    expect(await prepared("{ official { id } }", ["node"])).toEqual({});
  });

  it.each([
    ["under a condition", "{ official @include(if: true) { id } }"],
    ["in a fragment", "{ ...F ... on Term { official { id } } }"],
  ])("are left to their fields %s", async (_where, selection) => {
    expect(await prepared(selection)).toEqual({});
  });

  it("are none of classes that have declared none, nor of no records", async () => {
    expect(await prepared("{ official { id } }", [], [])).toEqual({});
    expect(await prepared("{ official { id } }", [], [{ officialId: "1" }])).toEqual({});
  });
});
