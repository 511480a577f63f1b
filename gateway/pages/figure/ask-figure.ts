import type { FastifyInstance, FastifyRequest } from "fastify";
import { type AnsweredFigure, figureQuery } from "./figure-answer";

/** What the graph says of an id. */
export type FigureFound =
  | { readonly figure: AnsweredFigure }
  /** There is none: the status to answer with, and when to ask again where it is only for now. */
  | { readonly status: 404 | 429 | 503; readonly retryAfter?: string };

interface Answer {
  readonly data?: {
    readonly publishedFigure?: { readonly figure: AnsweredFigure | null } | null;
  } | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

/**
 * Asks the graph for a figure as everybody can, and as any request of this address: it is counted, limited and logged, and
 * never shows more than the public may see.
 */
export async function askFigure(
  app: FastifyInstance,
  { ip }: Pick<FastifyRequest, "ip">,
  id: string,
): Promise<FigureFound> {
  const { statusCode, headers, body } = await app.inject({
    method: "POST",
    url: "/graphql",
    remoteAddress: ip,
    headers: { "content-type": "application/json" },
    payload: { query: figureQuery, variables: { id } },
  });
  if (statusCode === 429) return { status: 429, retryAfter: String(headers["retry-after"] ?? 1) };
  if (statusCode !== 200) return { status: 503 };
  const { data, errors = [] } = JSON.parse(body) as Answer;
  const figure = data?.publishedFigure?.figure;
  if (figure) return { figure };
  const isRefused = errors.some(({ extensions }) => extensions?.code !== "INVALID_FIGURE_ID");
  return { status: isRefused ? 503 : 404 };
}
