import type { GraphQLSchema } from "graphql";
import type { Logger } from "pino";
import type { z } from "zod";
import type { OperationExecutor } from "../planning/operation-executor";
import { hashOfText } from "../../subgraphs/kit/hash-of-text";
import { CitationKeeper } from "./citation-keeper";
import { CitationStore } from "./citation-store";
import type { CiteOptions } from "./cite-answers";
import type { citationsShape } from "./env";
import { KeptToday } from "./kept-today";
import { findReleases } from "./release-versions";
import { citationsAddress } from "./serve-citations";

/** The variables of a gateway that citations go by. */
export type CitationSettings = z.infer<z.ZodObject<typeof citationsShape>> & {
  readonly AUDIT_DATABASE_URL?: string | undefined;
  readonly DATASET?: string | undefined;
};

/** What a gateway cites from. */
export interface CitedGraph {
  /** The text of the composed schema. */
  readonly sdl: string;
  /** The schema that callers see. */
  readonly schema: GraphQLSchema;
  readonly executor: OperationExecutor;
  readonly logger: Logger;
}

/** What answers are cited with; without an audit database none is kept. */
export function openCitations(
  settings: CitationSettings,
  { sdl, schema, executor, logger }: CitedGraph,
): CiteOptions & { readonly store: CitationStore | undefined } {
  const { AUDIT_DATABASE_URL: url, PUBLIC_URL: origin = "" } = settings;
  const store = url === undefined ? undefined : new CitationStore(url, logger);
  return {
    store,
    keeper: new CitationKeeper({
      store,
      keptToday: new KeptToday(
        {
          each: settings.CITATION_BYTES_OF_ADDRESS,
          all: settings.CITATION_BYTES_A_DAY,
          ever: settings.CITATION_BYTES_IN_ALL,
        },
        () => store?.keptBytes() ?? Promise.resolve({ today: 0, inAll: 0 }),
      ),
      longest: settings.CITATION_BYTES,
      logger,
    }),
    findReleases: findReleases(schema, executor),
    schemaVersion: hashOfText(sdl),
    dataset: settings.DATASET,
    addressOf: (id) => `${origin}${citationsAddress}/${id}`,
    logger,
  };
}
