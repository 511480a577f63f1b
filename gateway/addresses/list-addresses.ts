import type { GuardedSchema } from "../../subgraphs/kit/access/operation-access";
import { languageParameter } from "../operations/language-parameter";
import type { OperationParameter } from "../operations/operation-parameters";
import type { PublicAddress } from "../operations/public-address";
import type {
  AddressableOperation,
  RegisteredOperations,
} from "../operations/registered-operations";
import { parametersOf } from "./parameters-of";
import { endings } from "./read-address";

/** A text in both languages. */
interface Text {
  readonly en: string;
  readonly ja: string;
}

/** A parameter of an address. */
export interface ListedParameter {
  readonly name: string;
  /** As GraphQL writes it: `[Int!]!` are whole numbers with commas between them. */
  readonly type: string;
  readonly required: boolean;
  readonly list: boolean;
  /** What it is where it is left out, as GraphQL writes it. */
  readonly default?: string;
  /** The only values that there are. */
  readonly values?: readonly string[];
  readonly description: Text;
  readonly example?: string;
}

/** An operation that everybody can ask at an address. */
export interface ListedAddress {
  readonly name: string;
  readonly description: Text;
  /** What it is in each format, without parameters. */
  readonly addresses: Readonly<Record<string, string>>;
  readonly parameters: readonly ListedParameter[];
  /** An address with parameters that has an answer. */
  readonly example: string;
}

/** Everything that everybody can ask at an address, in the order of their names. */
export function listAddresses(
  registered: RegisteredOperations,
  guarded: GuardedSchema,
): { readonly operations: readonly ListedAddress[] } {
  const operations = [...registered.public.values()].map((one) => listed(one, guarded));
  return { operations: operations.toSorted((one, other) => (one.name < other.name ? -1 : 1)) };
}

const language: ListedParameter = {
  name: languageParameter,
  type: "en or ja",
  required: false,
  list: false,
  values: ["en", "ja"],
  description: {
    en: "The language of names; where it is left out, that of the browser or program decides (Accept-Language)",
    ja: "名称の言語。省略時はブラウザーやソフトの言語（Accept-Language）による",
  },
};

function listed(
  { body, public: { address, description, parameters } }: AddressableOperation,
  guarded: GuardedSchema,
): ListedAddress {
  const known = parametersOf(body, guarded);
  const examples = parameters.map(
    // Commas need not be encoded, and are easier to read.
    ({ name, example }) => `${name}=${encodeURIComponent(example).replaceAll("%2C", ",")}`,
  );
  return {
    name: address,
    description,
    addresses: Object.fromEntries(
      [...endings.keys()].map((ending) => [ending, `/q/${address}.${ending}`]),
    ),
    parameters: [
      ...parameters.flatMap((told) => {
        const parameter = known.get(told.name);
        return parameter ? [listedParameter(parameter, told)] : [];
      }),
      language,
    ],
    example: `/q/${address}.csv${examples.length > 0 ? `?${examples.join("&")}` : ""}`,
  };
}

function listedParameter(
  { name, type, isRequired, isList, defaultValue, values }: OperationParameter,
  { en, ja, example }: PublicAddress["parameters"][number],
): ListedParameter {
  return {
    name,
    type: String(type),
    required: isRequired,
    list: isList,
    ...(defaultValue !== undefined && { default: defaultValue }),
    ...(values && { values }),
    description: { en, ja },
    example,
  };
}
