import type { GraphSource, Named } from "../graph/answers";
import { operation } from "../graph/operation";

/** Kinds of events, in the order in which they are drawn. */
export const eventKinds = [
  "HEADS_MEETING",
  "DG_MEETING",
  "CONFERENCE",
  "SYMPOSIUM",
  "WORKSHOP",
  "TRAINING",
] as const;

/** An event of a network, as the graph has it. */
export interface GraphEvent {
  readonly id: string;
  readonly title: string;
  readonly kind: (typeof eventKinds)[number];
  readonly edition: number | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly state: "HELD" | "PLANNED" | "CANCELLED" | null;
  readonly format: "IN_PERSON" | "ONLINE" | null;
  readonly city: string | null;
  readonly country: Named | null;
  readonly hostAgency: Named | null;
  readonly synthetic: boolean;
  readonly note: string | null;
  readonly source: GraphSource | null;
}

/** Networks and their events. */
export interface NetworkEventsAnswer {
  readonly networks: readonly (Named & {
    readonly events: { readonly nodes: readonly GraphEvent[] };
  })[];
}

/** Asks for {@link NetworkEventsAnswer}. */
export const networkEvents = operation<NetworkEventsAnswer>(`
query NetworkEvents($language: Language) {
  networks {
    code
    name(language: $language)
    events(first: 200, orderBy: [{ by: STARTS_ON, direction: ASC }]) {
      nodes {
        id
        title
        kind
        edition
        startsOn
        endsOn
        state
        format
        city
        country {
          code
          name(language: $language)
        }
        hostAgency {
          code
          name(language: $language)
        }
        synthetic
        note
        source {
          id
          title
          publisher
          publishedOn
          url
        }
      }
    }
  }
}
`);
