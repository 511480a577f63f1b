import { agencyCode, countryCode, lowerCaseOf, upperCode } from "../../catalog/cells/area-cells";
import { firstDay, lastDay } from "../../catalog/dates/partial-date";
import { fiscalYearOfPartialDate } from "../../catalog/fiscal-year/fiscal-year-of-partial-date";
import { listOf, matching, optional, partialDate, text, wholeNumber } from "../../kit/facts/cell";
import { checkTexts } from "../../catalog/text/check-texts";
import { checkUnique } from "../../kit/facts/checks";
import { type FactRow, readFactFile } from "../../kit/facts/fact-file";
import { cellProblem, type Problem } from "../../kit/facts/problem";
import type { FactTable } from "../../kit/facts/write-facts";
import { columnsOf } from "../../kit/record/columns";
import { NetworkEvent } from "./network-event";
import { EventFormat, NetworkEventKind, NetworkEventState } from "./network-event-codes";
import { NetworkEventParticipation } from "./network-event-participation";

const eventsFile = {
  name: "network_events.csv",
  columns: {
    id: matching(/^[a-z0-9-]+$/, "an id in lower case such as cjk-ppn-symposium-16"),
    network: upperCode,
    kind: lowerCaseOf(Object.values(NetworkEventKind)),
    edition: optional(wholeNumber(1)),
    title: text,
    theme: optional(text),
    starts_on: optional(partialDate),
    ends_on: optional(partialDate),
    city: optional(text),
    country: optional(countryCode),
    format: optional(lowerCaseOf(Object.values(EventFormat))),
    host_agency: optional(agencyCode),
    participating_countries: listOf(countryCode),
    source_id: text,
    note: optional(text),
  },
};

/** A row of network_events.csv. */
export type EventRow = FactRow<(typeof eventsFile)["columns"]>;

/** Reads network_events.csv. */
export function readEvents(directory: string, problems: Problem[]): EventRow[] {
  const rows = readFactFile(directory, eventsFile, problems);
  checkUnique(rows, ["id"], problems);
  checkTexts(rows, ["title", "theme", "city"], problems);
  for (const row of rows) {
    const { starts_on: start, ends_on: end } = row;
    if (end !== null && (start === null || lastDay(end) < firstDay(start))) {
      problems.push(
        cellProblem(
          row,
          "ends_on",
          end,
          `a date not before starts_on, ${start ?? "which is empty"}`,
        ),
      );
    }
  }
  return rows;
}

/** What the tables of events and of their participants shall hold. */
export function eventTables(events: readonly EventRow[]): FactTable[] {
  return [
    {
      table: "network_event",
      key: ["id"],
      columns: columnsOf(NetworkEvent, {
        without: ["synthetic", "cancelledOn", "cancellationReason"],
      }),
      rows: events.map(({ network, country, host_agency, starts_on, ...event }) => ({
        ...event,
        network_code: network,
        country_code: country,
        host_agency_code: host_agency,
        starts_on,
        starts_earliest: starts_on && firstDay(starts_on),
        starts_latest: starts_on && lastDay(starts_on),
        fiscal_year: starts_on && fiscalYearOfPartialDate(starts_on),
        state: starts_on === null ? null : NetworkEventState.HELD,
      })),
      ownRows: "t.source_id IS NOT NULL",
    },
    {
      table: "network_event_participation",
      key: ["event_id", "country_code"],
      columns: columnsOf(NetworkEventParticipation, {
        without: ["id", "synthetic", "asGuest", "persons", "removedOn"],
      }),
      rows: events.flatMap(({ id, participating_countries }) =>
        participating_countries.map((country_code, position) => ({
          event_id: id,
          country_code,
          position,
        })),
      ),
      ownRows:
        "EXISTS (SELECT FROM network_event e WHERE e.id = t.event_id AND e.source_id IS NOT NULL)",
    },
  ];
}
