import { membershipMatrix } from "../../shared/model/membership-matrix";
import { timedEvents } from "../../shared/model/network-events";
import { networkEvents } from "../../shared/operations/network-events";
import { networkMembers } from "../../shared/operations/network-members";
import { eventsTable } from "../../shared/table/events-table";
import { membersTable } from "../../shared/table/members-table";
import { chosenOf } from "./chosen-of";
import type { FigureContext, PreparedFigure } from "./figure";
import { sourcesOfDocuments } from "./sources-of";

/** The events of the networks on a timeline. */
export async function networkEventsFigure({
  ask,
  words,
  language,
  chosen,
}: FigureContext): Promise<PreparedFigure> {
  const variables = { language: language.toUpperCase() };
  const answer = await ask(networkEvents, variables);
  const all = { code: "all", name: words.controls.allNetworks };
  const choices = [all, ...answer.networks.map(({ code, name }) => ({ code, name }))];
  const network = chosenOf(
    chosen["network"],
    choices.map(({ code }) => code),
    all.code,
  );
  const events = timedEvents(answer, network === all.code ? undefined : network);
  const dates = events.flatMap(({ startsOn }) => startsOn ?? []).toSorted();
  const undated = events.filter(({ span }) => span === undefined).length;
  const { summary } = words;
  const sentences = [summary.events(events.length, dates[0] ?? "", dates.at(-1) ?? "")];
  if (undated > 0) sentences.push(summary.undated(undated));
  const subtitle = choices.find(({ code }) => code === network)?.name ?? "";
  return {
    controls: [
      { kind: "select", name: "network", label: words.controls.network, value: network, choices },
    ],
    request: { query: networkEvents.document, variables },
    subtitle,
    summary: sentences.join(words.betweenSentences),
    table: eventsTable(events, words, subtitle),
    legend: ["eventDay", "eventSpan", "eventNotHeld"],
    sources: sourcesOfDocuments(events.map(({ source }) => source)),
    counts: false,
    draw: async (width) => {
      const { drawTimeline } = await import("../charts/draw-timeline");
      return drawTimeline(events, width, words);
    },
  };
}

/** Who belonged to which network on a day. */
export async function networkMembersFigure({
  ask,
  words,
  language,
  chosen,
}: FigureContext): Promise<PreparedFigure> {
  const today = dayInJapan(new Date());
  const said = chosen["day"];
  const day = said !== undefined && isDay(said) ? said : today;
  const variables = { day, language: language.toUpperCase() };
  const answer = await ask(networkMembers, variables);
  const matrix = membershipMatrix(answer, language);
  const subtitle = words.asOf(day);
  return {
    controls: [{ kind: "day", name: "day", label: words.controls.day, value: day, latest: today }],
    request: { query: networkMembers.document, variables },
    subtitle,
    summary: words.sentence(
      words.list(
        matrix.networks.map(({ code, name }) =>
          words.summary.members(
            name,
            matrix.cells.filter(({ network }) => network.code === code).length,
          ),
        ),
      ),
    ),
    table: membersTable(matrix, words, subtitle),
    legend: [],
    sources: sourcesOfDocuments(
      answer.networks.flatMap(({ members }) => members.map(({ source }) => source)),
    ),
    counts: false,
    draw: async (width) => {
      const { drawMatrix } = await import("../charts/draw-matrix");
      return drawMatrix(matrix, width, words);
    },
  };
}

function dayInJapan(now: Date): string {
  return new Date(now.getTime() + 9 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** True of a day that there is, so that what is asked is never refused for its date. */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(date.getTime()) &&
    date.toISOString().startsWith(text)
  );
}
