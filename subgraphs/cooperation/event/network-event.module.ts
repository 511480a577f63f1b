import { published } from "../../catalog/access";
import { Agency } from "../../catalog/agency/agency";
import { Country } from "../../catalog/country/country";
import { countryOf, mostCountries } from "../../catalog/country/country-list";
import { FiscalYear } from "../../catalog/fiscal-year/fiscal-year";
import { personBy } from "../../kit/access/persons-seen";
import { fieldsOf, queries } from "../../kit/record/declared-fields";
import { loaded, oneKnownByKey } from "../../kit/record/one-by-key";
import type { RequestContext } from "../../kit/request/request-context";
import type { Module } from "../../kit/subgraph/module";
import { Network } from "../network/network";
import { persons, records } from "../record/policies";
import { eventImport } from "./event.import";
import { NetworkEvent } from "./network-event";
import { eventChanges } from "./network-event.changes";
import {
  eventsOfCountry,
  eventsOfFiscalYear,
  eventsOfHost,
  eventsOfNetwork,
  networkEvents,
  participationsByEventId,
  presentationsByEventId,
} from "./network-event.list";
import { NetworkEventParticipation } from "./network-event-participation";
import { NetworkEventPresentation } from "./network-event-presentation";
import { presentationChanges } from "./presentation.changes";

const idOf = ({ id }: NetworkEvent) => id;

/** Who gives a presentation. */
const presenter = personBy<RequestContext>(
  "id" satisfies keyof NetworkEventPresentation,
  (id) => `presentation:${id}`,
);

/** Meetings, symposia, workshops and trainings of networks. */
export const networkEventModule: Module = {
  entities: [NetworkEvent, NetworkEventParticipation, NetworkEventPresentation],
  resolvers: [
    queries({
      networkEvent: oneKnownByKey(
        NetworkEvent,
        "The event with this id; null where there is none.",
        "As cjk-ppn-symposium-16.",
      ),
      networkEvents: networkEvents.all({ description: "Events of all networks." }),
    }),
    fieldsOf(NetworkEvent, {
      originalTheme: {
        type: () => String,
        nullable: true,
        description: "Its theme in the language of the source.",
        find: ({ theme }: NetworkEvent) => theme,
      },
      participatingCountries: {
        type: () => [Country],
        description:
          "Countries that take part, as the source names them or the office has recorded them; empty where none is.",
        find: async ({ id }, _none, context) => {
          const participations = await context.load(participationsByEventId, id);
          return participations.map(({ countryCode }) => countryOf(countryCode));
        },
      },
      participations: loaded(
        () => [NetworkEventParticipation],
        "The same countries, each with how it takes part.",
        participationsByEventId,
        idOf,
      ),
      presentations: loaded(
        () => [NetworkEventPresentation],
        "Its presentations in their order, as the office has recorded them.",
        presentationsByEventId,
        idOf,
      ),
    }),
    fieldsOf(Network, {
      events: eventsOfNetwork.all(({ code }: Network) => code, {
        nullable: false,
        description: "Its meetings, symposia, workshops and trainings.",
      }),
    }),
    fieldsOf(Country, {
      networkEvents: eventsOfCountry.all(({ code }: Country) => code, {
        description:
          "Network events that took place in it, or that it is named or recorded as a participant of.",
      }),
    }),
    fieldsOf(Agency, {
      eventsHosted: eventsOfHost.all(({ code }: Agency) => code, {
        description: "Network events it hosted.",
      }),
    }),
    fieldsOf(FiscalYear, {
      networkEvents: eventsOfFiscalYear.all(({ year }: FiscalYear) => year, {
        description:
          "Network events that began in the year. An event whose date is not known well enough is in no fiscal year.",
      }),
    }),
    eventChanges,
    presentationChanges,
  ],
  access: {
    NetworkEvent: published,
    "NetworkEvent.cancellationReason": records,
    "NetworkEvent.version": records,
    NetworkEventParticipation: records,
    NetworkEventPresentation: records,
    "NetworkEventPresentation.presenterName": persons,
  },
  persons: {
    // Whom presentations are about, where it is shown who gives them.
    "NetworkEventPresentation.presenterName": presenter,
    "NetworkEventPresentation.changes": presenter,
  },
  listSizes: {
    // A country takes part in an event once.
    "NetworkEvent.participatingCountries": mostCountries,
    "NetworkEvent.participations": mostCountries,
    "NetworkEvent.presentations": 100,
  },
  writable: {
    network_event: "INSERT, UPDATE",
    network_event_participation: "INSERT, UPDATE",
    network_event_presentation: "INSERT, UPDATE",
  },
  readable: {
    published: {
      network_event: "sourced",
      network_event_history: "sourced",
      network_event_participation: { parent: "network_event", by: "event_id" },
      network_event_participation_history: {
        parent: ["network_event", "network_event_history"],
        by: "event_id",
      },
    },
  },
  imports: [eventImport],
};
