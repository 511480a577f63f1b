import { everyCopy, syntheticId } from "../../kit/demo/copies";
import { addDays } from "../../kit/demo/days";
import type { DemoTable } from "../../kit/demo/demo-records";
import { japaneseNames } from "../../kit/demo/japanese-names";
import { randomOfUnitedStates } from "../../kit/demo/random";
import { events } from "./events";

const participations = events.flatMap(({ participants, guests }, event) =>
  [...participants, ...guests].map(({ country }, position) => ({
    event,
    country,
    position,
    asGuest: position >= participants.length,
  })),
);

/** Every third country that takes part gives a presentation. */
const presentations = events.flatMap(({ theme, participants, state }, event) =>
  state === "CANCELLED"
    ? []
    : participants
        .filter((_one, place) => place % 3 === event % 3)
        .map((member, place) => ({ ...member, event, theme, position: place + 1 })),
);

/** Events, who takes part in them and what is presented there. None has a number, so each copy has its own. */
export function eventTables(copies: number): DemoTable[] {
  return [
    {
      table: "network_event",
      columns: [
        ...["id", "synthetic", "network_code", "kind", "title", "theme", "starts_on", "ends_on"],
        ...["starts_earliest", "starts_latest", "fiscal_year", "city", "country_code", "format"],
        ...["host_agency_code", "state", "cancelled_on", "cancellation_reason"],
      ],
      *rows() {
        for (const { base: entry, copy } of everyCopy(events.entries(), copies)) {
          const [index, one] = entry;
          const isCancelled = one.state === "CANCELLED";
          yield [
            syntheticId("network-event", index, copy),
            true,
            one.network,
            one.kind,
            one.title,
            one.theme,
            one.startsOn,
            one.endsOn,
            one.startsOn,
            one.startsOn,
            one.fiscalYear,
            one.city,
            one.country,
            one.format,
            one.hostAgency,
            one.state,
            isCancelled ? addDays(one.startsOn, -40) : null,
            isCancelled ? "Too few countries could take part." : null,
          ];
        }
      },
    },
    {
      table: "network_event_participation",
      columns: [
        ...["id", "synthetic", "event_id", "country_code", "position", "as_guest", "persons"],
      ],
      *rows() {
        for (const { base: entry, copy } of everyCopy(participations.entries(), copies)) {
          const [index, { event, country, position, asGuest }] = entry;
          const id = syntheticId("event-participation", index, copy);
          const eventId = syntheticId("network-event", event, copy);
          yield [id, true, eventId, country, position, asGuest, 1 + (index % 4)];
        }
      },
    },
    {
      table: "network_event_presentation",
      columns: [
        ...["id", "synthetic", "event_id", "country_code", "agency_code", "title"],
        ...["presenter_name", "position"],
      ],
      *rows() {
        const nextName = japaneseNames(3);
        const random = randomOfUnitedStates(3);
        for (const { base: entry, copy } of everyCopy(presentations.entries(), copies)) {
          const [index, { event, country, agency, theme, position }] = entry;
          const other = `${random.person.firstName()} ${random.person.lastName()}`;
          yield [
            syntheticId("presentation", index, copy),
            true,
            syntheticId("network-event", event, copy),
            country,
            agency,
            `${theme}: practice of one country (synthetic)`,
            country === "JP" ? nextName().name : other,
            position,
          ];
        }
      },
    },
  ];
}
