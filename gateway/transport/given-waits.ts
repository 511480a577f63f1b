import { Kind, parse, valueFromASTUntyped, visit } from "graphql";
import { longestWait } from "../../subgraphs/kit/changes/longest-wait";

/** The argument with which a field is asked to wait, in seconds. */
const argument = "waitSeconds";

/** Where an operation says how long to wait: the seconds, or the variable that holds them. */
export type GivenWait = { readonly seconds: unknown } | { readonly variable: string };

/** The waits that an operation gives, as values or as variables. */
export function waitsIn(query: string): readonly GivenWait[] {
  if (!query.includes(`${argument}:`)) return [];
  const waits: GivenWait[] = [];
  visit(parse(query), {
    Argument: ({ name, value }) => {
      if (name.value !== argument) return;
      waits.push(
        value.kind === Kind.VARIABLE
          ? { variable: value.name.value }
          : { seconds: valueFromASTUntyped(value) },
      );
    },
  });
  return waits;
}

/** Milliseconds of the longest of them; one that no subgraph grants does not count. */
export function longestOf(
  waits: readonly GivenWait[],
  variables: Readonly<Record<string, unknown>>,
): number {
  const seconds = waits
    .map((wait) => Number("variable" in wait ? variables[wait.variable] : wait.seconds))
    .filter((each) => each > 0 && each <= longestWait);
  return Math.max(0, ...seconds) * 1_000;
}
