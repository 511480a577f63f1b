import { agreementMark } from "./agreement-mark";
import { allNotReleased } from "../model/all-not-released";
import { countedText } from "../model/counted-text";
import type { Observation } from "../model/observation";
import { revisionsOf } from "../model/revisions";
import type { Words } from "../words/words";

/** One bar, or the place where one would be, in one of the two lines of a group. */
export interface BarPart {
  readonly group: string;
  readonly line: "published" | "counted";
  readonly kind: "published" | "revisions" | "counted" | "suppressed" | "none";
  readonly from: number;
  /** Infinity where nothing is known of the end. */
  readonly to: number;
  /** What is written beside it. */
  readonly label: string;
  /** What is said of it: group, line and number. */
  readonly title: string;
}

/**
 * The bars of groups: one as published and one as counted. What is not known has no length but words in its place. Where
 * nobody published any group, or no count is given, there are no such lines.
 */
export function barParts(observations: readonly Observation[], words: Words): BarPart[] {
  const isPublished = observations.some(({ published }) => published.length > 0);
  const isCounted = !allNotReleased(observations);
  return observations.flatMap((each) => [
    ...(isPublished ? publishedParts(each, words) : []),
    ...(isCounted ? [countedPart(each, words)] : []),
  ]);
}

function publishedParts({ group, published }: Observation, words: Words): BarPart[] {
  const { labels } = words;
  const title = (text: string) => `${group.name} – ${labels.published}: ${text}`;
  const place = { group: group.code, line: "published" } as const;
  const revisions = revisionsOf(published);
  if (!revisions) {
    const label = published.length > 0 ? labels.unknown : labels.notPublished;
    return [{ ...place, kind: "none", from: 0, to: 0, label, title: title(label) }];
  }
  const { lowest, highest, latest } = revisions;
  if (lowest === highest) {
    const label = String(latest);
    return [{ ...place, kind: "published", from: 0, to: latest, label, title: title(label) }];
  }
  const label = words.interval1(lowest, highest);
  return [
    { ...place, kind: "published", from: 0, to: lowest, label: "", title: title(String(lowest)) },
    { ...place, kind: "revisions", from: lowest, to: highest, label, title: title(label) },
  ];
}

function countedPart(observation: Observation, words: Words): BarPart {
  const { group, counted } = observation;
  const { labels } = words;
  const title = (text: string) => `${group.name} – ${labels.counted}: ${text}`;
  const place = { group: group.code, line: "counted" } as const;
  switch (counted.status) {
    case "SHOWN": {
      const { value } = counted;
      const label = `${value}${agreementMark(observation, words)}`;
      return { ...place, kind: "counted", from: 0, to: value, label, title: title(String(value)) };
    }
    case "SUPPRESSED": {
      const label = words.interval(counted.lower, counted.upper);
      const said = title(`${label} (${words.status.SUPPRESSED})`);
      const to = counted.upper ?? Infinity;
      return { ...place, kind: "suppressed", from: counted.lower, to, label, title: said };
    }
    case "NOT_COVERED":
    case "NOT_GIVEN": {
      const label = countedText(counted, words);
      return { ...place, kind: "none", from: 0, to: 0, label, title: title(label) };
    }
  }
}
