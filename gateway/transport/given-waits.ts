import { Kind, parse, valueFromASTUntyped, visit } from "graphql";
import { longestWait } from "../../subgraphs/kit/changes/longest-wait";

/** The argument with which a field is asked to wait, in seconds. */
const argument = "waitSeconds";

/** How long an operation says to wait: seconds, or the variable that holds them, and what that is where it is not given. */
export interface GivenWait {
  readonly variable?: string;
  readonly seconds: unknown;
}

/** The waits that an operation gives, as values or as variables. */
export function waitsIn(query: string): readonly GivenWait[] {
  if (!query.includes(`${argument}:`)) return [];
  const waits: GivenWait[] = [];
  const usual = new Map<string, unknown>();
  visit(parse(query), {
    VariableDefinition: ({ variable, defaultValue }) => {
      if (defaultValue) usual.set(variable.name.value, valueFromASTUntyped(defaultValue));
    },
    Argument: ({ name, value }) => {
      if (name.value !== argument) return;
      const variable = value.kind === Kind.VARIABLE ? value.name.value : undefined;
      waits.push(
        variable === undefined
          ? { seconds: valueFromASTUntyped(value) }
          : { variable, seconds: usual.get(variable) },
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
    .map(({ variable, seconds: usual }) => {
      const given = variable === undefined ? undefined : variables[variable];
      return Number(given === undefined ? usual : given);
    })
    .filter((each) => each > 0 && each <= longestWait);
  return Math.max(0, ...seconds) * 1_000;
}
