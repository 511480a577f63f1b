import type { GraphSource, Named } from "../graph/answers";
import { operation } from "../graph/operation";

/** What a country is in a network. */
export type NetworkRole = "MEMBER" | "OBSERVER" | "PLUS_THREE";

/** A membership on the day asked for. */
export interface GraphMembership {
  readonly country: Named;
  readonly agency: Named | null;
  readonly role: NetworkRole;
  readonly from: string | null;
  readonly attestedFrom: string | null;
  readonly to: string | null;
  readonly note: string | null;
  readonly source: GraphSource | null;
}

/** Networks, and who belongs to them on a day. */
export interface NetworkMembersAnswer {
  readonly networks: readonly (Named & {
    readonly founded: string | null;
    readonly members: readonly GraphMembership[];
  })[];
}

/** Asks for {@link NetworkMembersAnswer}. */
export const networkMembers = operation<NetworkMembersAnswer>(`
query NetworkMembers($day: Date!, $language: Language) {
  networks {
    code
    name(language: $language)
    founded
    members(asOf: $day) {
      country {
        code
        name(language: $language)
      }
      agency {
        code
        name(asOf: $day, language: $language)
      }
      role
      from
      attestedFrom
      to
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
`);
