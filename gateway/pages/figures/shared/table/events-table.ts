import type { TimedEvent } from "../model/network-events";
import type { Words } from "../words/words";
import type { Table } from "./table";
import { tableOfRows } from "./table-of-rows";

/** The table behind the timeline, with dates as precise as their sources. */
export function eventsTable(events: readonly TimedEvent[], words: Words, caption: string): Table {
  const { columns, kinds, states, formats } = words;
  const text = "text" as const;
  return tableOfRows(caption, events, [
    { id: "startsOn", name: columns.startsOn, kind: text, cell: ({ startsOn }) => startsOn },
    { id: "endsOn", name: columns.endsOn, kind: text, cell: ({ endsOn }) => endsOn },
    { id: "network", name: columns.network, kind: text, cell: ({ network }) => network.name },
    { id: "kind", name: columns.kind, kind: text, cell: ({ kind }) => kinds[kind] },
    { id: "title", name: columns.title, kind: text, cell: ({ title }) => title },
    { id: "edition", name: columns.edition, kind: "number", cell: ({ edition }) => edition },
    {
      id: "state",
      name: columns.state,
      kind: text,
      cell: ({ state }) => (state ? states[state] : null),
    },
    {
      id: "format",
      name: columns.format,
      kind: text,
      cell: ({ format }) => (format ? formats[format] : null),
    },
    { id: "city", name: columns.city, kind: text, cell: ({ city }) => city },
    {
      id: "countryCode",
      name: columns.countryCode,
      kind: text,
      cell: ({ country }) => country?.code ?? null,
    },
    {
      id: "country",
      name: columns.country,
      kind: text,
      cell: ({ country }) => country?.name ?? null,
    },
    {
      id: "host",
      name: columns.hostAgency,
      kind: text,
      cell: ({ hostAgency }) => hostAgency?.name ?? null,
    },
    { id: "source", name: columns.source, kind: text, cell: ({ source }) => source?.title ?? null },
    { id: "address", name: columns.address, kind: text, cell: ({ source }) => source?.url ?? null },
    { id: "note", name: columns.note, kind: text, optional: true, cell: ({ note }) => note },
  ]);
}
