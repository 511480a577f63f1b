import type { GraphSource } from "../../shared/graph/answers";
import type { Observation, Origin } from "../../shared/model/observation";

/** Where the published numbers stand, each place once. */
export function sourcesOfObservations(observations: readonly Observation[]): Origin[] {
  return once(observations.flatMap(({ published }) => published.map(({ origin }) => origin)));
}

/** Documents of the graph, each once. */
export function sourcesOfDocuments(documents: readonly (GraphSource | null)[]): Origin[] {
  return once(
    documents.flatMap((document) => {
      if (!document) return [];
      const { title, publisher, publishedOn, url } = document;
      return [{ title, publisher, publishedOn, url, locator: null }];
    }),
  );
}

function once(origins: readonly Origin[]): Origin[] {
  const keyOf = ({ title, url, locator }: Origin) => JSON.stringify([title, url, locator]);
  return [...new Map(origins.map((origin) => [keyOf(origin), origin])).values()];
}
