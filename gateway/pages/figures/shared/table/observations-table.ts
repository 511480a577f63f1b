import type { Observation, Published } from "../model/observation";
import type { Series } from "../model/series";
import type { Words } from "../words/words";
import type { Table } from "./table";
import { tableOfRows } from "./table-of-rows";

/** How the columns of periods and groups are called. */
export interface ObservationsTableOptions {
  readonly caption: string;
  readonly period: string;
  /** The heading of the groups; without it there is but one group, which has no columns. */
  readonly group?: string;
}

interface Row {
  readonly observation: Observation;
  readonly published: Published | undefined;
}

/**
 * The table behind a statistical figure: a row for each group and publication, and one where nobody published. A count
 * stands in a column of its own, its bounds in two others, and why there is none in a fourth, so that no suppressed or
 * uncovered number can be taken for zero.
 */
export function observationsTable(
  { observations, totals, unit }: Series,
  words: Words,
  { caption, period, group }: ObservationsTableOptions,
): Table {
  const { columns } = words;
  // Where totals are shown for themselves, they are the observations.
  const listed = observations === totals ? observations : [...observations, ...totals];
  const rows = listed.flatMap((observation): Row[] =>
    observation.published.length === 0
      ? [{ observation, published: undefined }]
      : observation.published.map((published) => ({ observation, published })),
  );
  const text = "text" as const;
  const number = "number" as const;
  const groups = [
    {
      id: "code",
      name: columns.code,
      kind: text,
      cell: ({ observation }: Row) => observation.group.code,
    },
    {
      id: "group",
      name: group ?? "",
      kind: text,
      cell: ({ observation }: Row) => observation.group.name,
    },
  ];
  return tableOfRows<Row>(caption, rows, [
    {
      id: "period",
      name: period,
      kind: /^\d+$/.test(rows[0]?.observation.period.code ?? "") ? number : text,
      cell: ({ observation }) => numberOrText(observation.period.code),
    },
    ...(group === undefined ? [] : groups),
    {
      id: "published",
      name: columns.published,
      kind: number,
      cell: ({ published }) => published?.value ?? null,
    },
    {
      id: "revision",
      name: columns.revision,
      kind: number,
      cell: ({ published }) => published?.revision ?? null,
    },
    {
      id: "confidence",
      name: columns.confidence,
      kind: text,
      cell: ({ published }) => (published ? words.confidence[published.confidence] : null),
    },
    {
      id: "counted",
      name: columns.counted,
      kind: number,
      cell: ({ observation: { counted } }) => (counted.status === "SHOWN" ? counted.value : null),
    },
    {
      id: "lower",
      name: columns.lower,
      kind: number,
      cell: ({ observation: { counted } }) =>
        counted.status === "SUPPRESSED" ? counted.lower : null,
    },
    {
      id: "upper",
      name: columns.upper,
      kind: number,
      cell: ({ observation: { counted } }) =>
        counted.status === "SUPPRESSED" ? counted.upper : null,
    },
    {
      id: "status",
      name: columns.status,
      kind: text,
      cell: ({ observation: { counted } }) => words.status[counted.status],
    },
    {
      id: "agreement",
      name: columns.agreement,
      kind: text,
      cell: ({ published }) => (published ? words.agreement[published.agreement] : null),
    },
    {
      id: "difference",
      name: columns.difference,
      kind: number,
      cell: ({ published }) => published?.difference ?? null,
    },
    { id: "unit", name: columns.unit, kind: text, cell: () => words.unit(unit) },
    {
      id: "source",
      name: columns.source,
      kind: text,
      cell: ({ published }) => published?.origin.title ?? null,
    },
    {
      id: "locator",
      name: columns.locator,
      kind: text,
      cell: ({ published }) => published?.origin.locator ?? null,
    },
    {
      id: "address",
      name: columns.address,
      kind: text,
      cell: ({ published }) => published?.origin.url ?? null,
    },
    {
      id: "figure",
      name: columns.figure,
      kind: text,
      cell: ({ published }) => published?.id ?? null,
    },
    {
      id: "note",
      name: columns.note,
      kind: text,
      optional: true,
      cell: ({ published }) => published?.note ?? null,
    },
  ]);
}

function numberOrText(code: string): number | string {
  return /^\d+$/.test(code) ? Number(code) : code;
}
