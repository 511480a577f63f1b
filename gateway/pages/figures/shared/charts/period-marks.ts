import type { Observation } from "../model/observation";
import { revisionsOf } from "../model/revisions";
import type { Words } from "../words/words";
import { agreementMark } from "./agreement-mark";

/** One mark over a period. */
export interface PeriodMark {
  readonly period: string;
  readonly kind: "counted" | "suppressed" | "published" | "revisions" | "unknown";
  readonly from: number;
  /** Infinity where nothing is known of the end. */
  readonly to: number;
  /** What is written beside it; may be empty. */
  readonly label: string;
  /** What is said of it. */
  readonly title: string;
}

/** The marks of a group over periods. A period without a number has none: its place stays open. */
export function periodMarks(observations: readonly Observation[], words: Words): PeriodMark[] {
  return observations.flatMap((each) => [
    ...countedMarks(each, words),
    ...publishedMarks(each, words),
  ]);
}

function countedMarks({ period, group, counted }: Observation, words: Words): PeriodMark[] {
  const { labels, status } = words;
  const title = (text: string) => `${period.name}, ${group.name} – ${labels.counted}: ${text}`;
  const place = { period: period.code };
  if (counted.status === "SHOWN") {
    const { value } = counted;
    // A bar of no height would not be seen, and its place could be taken for one that is open.
    const label = value === 0 ? "0" : "";
    return [{ ...place, kind: "counted", from: 0, to: value, label, title: title(String(value)) }];
  }
  if (counted.status !== "SUPPRESSED") return [];
  const { lower, upper } = counted;
  const said = title(`${words.interval(lower, upper)} (${status.SUPPRESSED})`);
  return [
    { ...place, kind: "suppressed", from: lower, to: upper ?? Infinity, label: "", title: said },
  ];
}

function publishedMarks(observation: Observation, words: Words): PeriodMark[] {
  const { period, group, published } = observation;
  const { labels } = words;
  const title = (text: string) => `${period.name}, ${group.name} – ${labels.published}: ${text}`;
  const place = { period: period.code };
  const revisions = revisionsOf(published);
  if (!revisions) {
    if (published.length === 0) return [];
    return [{ ...place, kind: "unknown", from: 0, to: 0, label: "", title: title(labels.unknown) }];
  }
  const { lowest, highest } = revisions;
  const band = words.interval1(lowest, highest);
  const points = published.flatMap(({ value }): PeriodMark[] =>
    value === null
      ? []
      : [
          {
            ...{ ...place, kind: "published", from: value, to: value, title: title(String(value)) },
            label: value === highest ? `${band}${agreementMark(observation, words)}` : "",
          },
        ],
  );
  if (lowest === highest) return points;
  return [
    { ...place, kind: "revisions", from: lowest, to: highest, label: "", title: title(band) },
    ...points,
  ];
}
