import { Lexer, Source, TokenKind } from "graphql";
import { ApiError } from "../../subgraphs/kit/errors";
import type { Budget } from "./budgets";

/** What a document's text holds, counted without parsing it. */
export interface DocumentSize {
  readonly tokens: number;
  readonly aliases: number;
  readonly directives: number;
}

type Counted = keyof DocumentSize;

/**
 * The deepest nesting of brackets of any kind: far more than any budget needs. The parser and the rules of validation
 * recurse once for each.
 */
const mostNesting = 100;

/**
 * The most characters of a document for any caller: one token can be as long as the body, and the document is stored
 * whole where the request is recorded.
 */
const mostCharacters = 200_000;

/**
 * The longest name: the answer repeats each alias in every object of a list, so that a small document could ask for an
 * answer larger than the memory of a process.
 */
const longestName = 100;

/**
 * Counts a document's tokens, aliases and directives in one pass, which ends at the first limit exceeded. Stops where
 * the text is no longer GraphQL; the parser reports that.
 *
 * @throws ApiError DOCUMENT_TOO_LONG over the budget, or with more characters or a longer name than any caller is permitted;
 * QUERY_TOO_DEEP if brackets are nested too deep
 */
export function measureDocument(text: string, budget: Readonly<Record<Counted, number>>) {
  if (text.length > mostCharacters) throw tooLong("characters", mostCharacters);
  const lexer = new Lexer(new Source(text));
  const size = { tokens: 0, aliases: 0, directives: 0 };
  const count = (what: Counted) => {
    size[what] += 1;
    if (size[what] > budget[what]) throw tooLong(what, budget[what]);
  };
  let nesting = 0;
  // Within parentheses a colon ends the name of an argument, a variable or an input field; elsewhere an alias.
  let parentheses = 0;
  for (let kind = nextKind(lexer); kind !== undefined; kind = nextKind(lexer)) {
    count("tokens");
    if (kind === TokenKind.NAME && lexer.token.end - lexer.token.start > longestName) {
      throw longName();
    }
    if (kind === TokenKind.AT) count("directives");
    if (kind === TokenKind.COLON && parentheses === 0) count("aliases");
    if (opening.has(kind)) nesting += 1;
    if (closing.has(kind)) nesting -= 1;
    if (kind === TokenKind.PAREN_L) parentheses += 1;
    if (kind === TokenKind.PAREN_R) parentheses -= 1;
    if (nesting > mostNesting) throw tooDeep();
  }
  return size satisfies DocumentSize;
}

/** Whether a document of this size is within a budget. */
export function isWithin(
  { tokens, aliases, directives }: DocumentSize,
  budget: Readonly<Record<Counted, number>>,
): boolean {
  return tokens <= budget.tokens && aliases <= budget.aliases && directives <= budget.directives;
}

/** The sizes that a budget limits. */
export function sizeLimits({ tokens, aliases, directives }: Budget): DocumentSize {
  return { tokens, aliases, directives };
}

const opening: ReadonlySet<TokenKind> = new Set([
  TokenKind.BRACE_L,
  TokenKind.BRACKET_L,
  TokenKind.PAREN_L,
]);

const closing: ReadonlySet<TokenKind> = new Set([
  TokenKind.BRACE_R,
  TokenKind.BRACKET_R,
  TokenKind.PAREN_R,
]);

/** The kind of the next token; none at the end, or where the text is no GraphQL. */
function nextKind(lexer: Lexer): TokenKind | undefined {
  try {
    const { kind } = lexer.advance();
    return kind === TokenKind.EOF ? undefined : kind;
  } catch {
    return undefined;
  }
}

function tooLong(what: Counted | "characters", most: number): ApiError {
  const message = `Expected a document of at most ${most} ${what}, received one with more.`;
  return new ApiError("DOCUMENT_TOO_LONG", message);
}

function longName(): ApiError {
  const message = `Expected names of at most ${longestName} characters in a document, received a longer one.`;
  return new ApiError("DOCUMENT_TOO_LONG", message);
}

function tooDeep(): ApiError {
  const message = `Expected brackets nested at most ${mostNesting} deep, received a document with deeper ones.`;
  return new ApiError("QUERY_TOO_DEEP", message);
}
