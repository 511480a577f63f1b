import type { Words } from "../words/words";
import { countedText } from "./counted-text";
import { allNotReleased } from "./all-not-released";
import type { Observation } from "./observation";
import { revisionsOf } from "./revisions";
import type { Series } from "./series";
import { uniqueLabels } from "./unique-labels";
import { runsOf } from "./year-runs";

/** What a figure shows, in sentences: for those who do not see it, and beside it for those who do. */
export function summaryOfSeries(series: Series, words: Words): string {
  const { observations } = series;
  const { summary } = words;
  const periods = uniqueLabels(observations.map(({ period }) => period));
  const sentences: string[] =
    series.totals.length === 1 ? series.totals.map((each) => totalSentence(each, words)) : [];
  if (periods.length === 1) {
    if (observations.every(({ published }) => published.length === 0))
      sentences.push(summary.noSplit);
    const largest = largestOf(observations, words);
    if (largest.length > 0) sentences.push(summary.largest(largest));
  }
  if (periods.length > 1) {
    const published = observations.filter((each) => revisionsOf(each.published)).length;
    const counted = observations.filter((each) => each.counted.status === "SHOWN").length;
    sentences.push(summary.known(observations.length, published, counted));
  }
  const suppressed = observations.filter(({ counted }) => counted.status === "SUPPRESSED").length;
  if (suppressed > 0) sentences.push(summary.suppressed(suppressed));
  if (allNotReleased(observations)) sentences.push(summary.notReleased);
  const uncovered = runsOf(periods, ({ code }) =>
    observations.every(
      ({ period, counted }) => period.code !== code || counted.status === "NOT_COVERED",
    ),
  ).map(({ first, last }) =>
    first === last ? first.name : words.interval2(first.name, last.name),
  );
  if (uncovered.length > 0) sentences.push(summary.notCovered(words.list(uncovered)));
  const total = series.totals.length === 1 ? publishedOf(series.totals) : [];
  const published = [...publishedOf(observations), ...total];
  const unknown = published.filter(({ value }) => value === null).length;
  if (unknown > 0) sentences.push(summary.unknownValues(unknown));
  const agreeing = published.filter(({ agreement }) => agreement === "AGREES").length;
  const compared = published.filter(isCompared).length;
  // The total is in no chart of parts: whoever counts the marks there has to know that it is among these.
  if (compared > 0) sentences.push(summary.agreement(agreeing, compared, total.some(isCompared)));
  return sentences.join(words.betweenSentences);
}

function publishedOf(observations: readonly Observation[]): Observation["published"] {
  return observations.flatMap(({ published }) => published);
}

function isCompared({ agreement }: Observation["published"][number]): boolean {
  return agreement === "AGREES" || agreement === "DIFFERS";
}

function totalSentence({ period, published, counted }: Observation, words: Words): string {
  const revisions = revisionsOf(published);
  const shown = revisions
    ? words.interval1(revisions.lowest, revisions.highest)
    : words.labels.notPublished;
  return words.summary.total(period.name, shown, countedText(counted, words));
}

/** The three largest groups, by what was published or else counted. */
function largestOf(observations: readonly Observation[], words: Words): string[] {
  return observations
    .flatMap(({ group, published, counted }) => {
      const value =
        revisionsOf(published)?.latest ?? (counted.status === "SHOWN" ? counted.value : 0);
      return value > 0 ? [{ name: group.name, value }] : [];
    })
    .toSorted((one, other) => other.value - one.value)
    .slice(0, 3)
    .map(({ name, value }) => words.named(name, value));
}
