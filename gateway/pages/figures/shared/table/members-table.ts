import type { MembershipMatrix } from "../model/membership-matrix";
import type { Words } from "../words/words";
import type { Table } from "./table";
import { tableOfRows } from "./table-of-rows";

/** The table behind the matrix: a row for each membership. */
export function membersTable(
  { countries, networks, cells }: MembershipMatrix,
  words: Words,
  caption: string,
): Table {
  const rows = networks.flatMap((network) =>
    countries.flatMap((country) =>
      cells
        .filter((cell) => cell.network.code === network.code && cell.country.code === country.code)
        .flatMap(({ memberships }) =>
          memberships.map((membership) => ({ network, ...membership })),
        ),
    ),
  );
  const { columns, roles } = words;
  const text = "text" as const;
  return tableOfRows(caption, rows, [
    { id: "network", name: columns.network, kind: text, cell: ({ network }) => network.name },
    {
      id: "countryCode",
      name: columns.countryCode,
      kind: text,
      cell: ({ country }) => country.code,
    },
    { id: "country", name: columns.country, kind: text, cell: ({ country }) => country.name },
    { id: "role", name: columns.role, kind: text, cell: ({ role }) => roles[role] },
    {
      id: "agencyCode",
      name: columns.agencyCode,
      kind: text,
      cell: ({ agency }) => agency?.code ?? null,
    },
    {
      id: "agency",
      name: columns.memberAgency,
      kind: text,
      cell: ({ agency }) => agency?.name ?? null,
    },
    { id: "from", name: columns.since, kind: text, cell: ({ from }) => from },
    {
      id: "attestedFrom",
      name: columns.attested,
      kind: text,
      cell: ({ attestedFrom }) => attestedFrom,
    },
    { id: "to", name: columns.until, kind: text, optional: true, cell: ({ to }) => to },
    { id: "source", name: columns.source, kind: text, cell: ({ source }) => source?.title ?? null },
    { id: "address", name: columns.address, kind: text, cell: ({ source }) => source?.url ?? null },
    { id: "note", name: columns.note, kind: text, optional: true, cell: ({ note }) => note },
  ]);
}
