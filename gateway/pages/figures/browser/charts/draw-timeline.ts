import { axisX, axisY, barX, dot, frame, gridX } from "@observablehq/plot";
import type { TimedEvent } from "../../shared/model/network-events";
import { uniqueLabels } from "../../shared/model/unique-labels";
import { eventKinds } from "../../shared/operations/network-events";
import type { Words } from "../../shared/words/words";
import { colours } from "./colours";
import { plotted } from "./plotted";
import { stacked } from "./stacked";

interface Placed extends TimedEvent {
  readonly span: NonNullable<TimedEvent["span"]>;
}

const day = 24 * 60 * 60 * 1000;

/**
 * Draws events over time, network by network and kind by kind: a point for one whose days are known, a bar as long as
 * the month or year where no more is. Those without a date are not drawn. What is planned or cancelled is hollow.
 */
export function drawTimeline(
  events: readonly TimedEvent[],
  width: number,
  words: Words,
): SVGSVGElement {
  const placed = events.filter((event): event is Placed => event.span !== undefined);
  const domain = [
    new Date(Math.min(...placed.map(({ span }) => span.from.getTime()))),
    new Date(Math.max(...placed.map(({ span }) => span.to.getTime()))),
  ];
  const networks = uniqueLabels(placed.map(({ network }) => network));
  const panels = networks.map((network) => {
    const own = placed.filter((event) => event.network.code === network.code);
    const kinds = eventKinds.filter((kind) => own.some((event) => event.kind === kind));
    return { heading: network.name, drawing: drawNetwork(own, kinds, domain, width, words) };
  });
  return stacked(panels, width);
}

function drawNetwork(
  events: readonly Placed[],
  kinds: readonly string[],
  domain: readonly Date[],
  width: number,
  words: Words,
): SVGSVGElement {
  const isExact = ({ span }: Placed) => span.to.getTime() - span.from.getTime() < 27 * day;
  const title = (event: Placed) => titleOf(event, words);
  const isHeld = ({ state }: Placed) => state === "HELD";
  const years = new Set(domain.map((each) => each.getUTCFullYear()));
  const kindNames: Readonly<Record<string, string>> = words.kinds;
  return plotted({
    ...{
      width,
      height: kinds.length * 24 + 34,
      marginLeft: Math.min(150, Math.max(118, width * 0.3)),
    },
    ...{ marginRight: 14, marginTop: 4, marginBottom: 26 },
    x: { type: "utc", domain: [...domain], label: null },
    y: { domain: [...kinds], label: null, padding: 0.1 },
    marks: [
      gridX({ ticks: "1 year", stroke: colours.grid, strokeOpacity: years.size > 0 ? 0.6 : 0 }),
      axisY({
        tickSize: 0,
        fill: colours.text,
        tickFormat: (kind: string) => kindNames[kind] ?? kind,
      }),
      axisX({
        ticks: width < 500 ? "4 years" : "2 years",
        tickSize: 0,
        fill: colours.quiet,
        tickFormat: "%Y",
      }),
      barLike(
        events.filter((event) => !isExact(event)),
        title,
      ),
      dot(events.filter(isExact), {
        ...{ x: ({ span }: Placed) => span.from, y: "kind", r: 4.5, title },
        fill: (event: Placed) => (isHeld(event) ? colours.published : colours.ground),
        ...{ fillOpacity: 0.85, stroke: colours.published, strokeWidth: 1.25 },
      }),
      frame({ stroke: colours.grid, anchor: "bottom" }),
    ],
  });
}

function barLike(events: readonly Placed[], title: (event: Placed) => string) {
  return barX(events, {
    ...{ x1: ({ span }: Placed) => span.from, x2: ({ span }: Placed) => span.to, y: "kind", title },
    ...{
      fill: colours.counted,
      fillOpacity: 0.5,
      stroke: colours.counted,
      insetTop: 6,
      insetBottom: 6,
      rx: 3,
    },
  });
}

/** What is said of an event: when, what and where. */
function titleOf({ startsOn, endsOn, title, city, country, state }: Placed, words: Words): string {
  const when =
    endsOn === null || endsOn === startsOn
      ? (startsOn ?? "")
      : words.interval2(startsOn ?? "", endsOn);
  const where = [city, country?.name]
    .filter((each) => each !== null && each !== undefined)
    .join(", ");
  const held = state === null || state === "HELD" ? "" : ` – ${words.states[state]}`;
  return `${when}: ${title}${where === "" ? "" : ` (${where})`}${held}`;
}
