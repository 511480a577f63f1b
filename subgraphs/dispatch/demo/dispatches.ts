import { addDays, addMonths, firstDayOfYear, lastDayOfYear } from "../../kit/demo/days";
import { cycled, randomOfJapan } from "../../kit/demo/random";
import type { TypeCode } from "./cell";
import { homeAgencies } from "./home-agencies";
import { type DemoOfficial, officialsOf } from "./officials";
import { type DemoOrganization, organizationsIn } from "./organizations";
import { pay2023 } from "./published-splits";
import { recordedUntil, type Stay, timeline } from "./timeline";

/** A made-up dispatch. */
export interface DemoDispatch {
  /** The official's place in {@link BaseSet.officials}. */
  readonly official: number;
  readonly organization: DemoOrganization;
  readonly agency: string;
  readonly legalBasis: string;
  readonly post: string;
  readonly plannedFrom: string;
  /** The end of the term before it was extended; the same as `plannedTo` where it was not. */
  readonly firstPlannedTo: string;
  readonly plannedTo: string;
  readonly payRatio: number | null;
  readonly consentOn: string | null;
  readonly npaConsultedOn: string | null;
  readonly startedOn: string | null;
  readonly returnedOn: string | null;
  readonly cancelledOn: string | null;
}

/** One copy of the records. */
export interface BaseSet {
  readonly officials: readonly DemoOfficial[];
  readonly dispatches: readonly DemoDispatch[];
}

const seed = 1_970;
const posts = [
  ...["Policy Analyst", "Programme Officer", "Adviser on public administration", "Economist"],
  ...["Project Manager", "Legal Officer", "Technical Adviser", "Senior Researcher"],
];

/** Makes one copy of the records, the same every time. */
export function makeBaseSet(): BaseSet {
  const stays = timeline(randomOfJapan(seed));
  const officials = officialsOf(stays, homeAgencies(stays));
  const pay = payRatios(stays);
  const begun = officials.flatMap((official, index) =>
    official.stays.map((stay, turn) =>
      dispatchOf(stay, index, official.agency, pay.get(stay) ?? null, index + turn),
    ),
  );
  const planned = plannedStays(stays).map((stay) => ({
    agency: "JP-METI",
    stays: [stay],
    belongings: [{ agency: "JP-METI", from: "2012-04-01", to: null }],
  }));
  return {
    officials: [...officials, ...planned],
    dispatches: [
      ...begun,
      ...planned.flatMap(({ agency, stays: [stay] }, index) =>
        stay ? [notBegun(stay, officials.length + index, agency, index)] : [],
      ),
    ],
  };
}

/** The legal basis under which officials are sent to a kind of organization. */
export function legalBasisOf(type: TypeCode): string {
  if (type === "FOREIGN_GOVERNMENT") return "ART2_1_2";
  const isInternational = type === "UNITED_NATIONS" || type === "OTHER_INTERNATIONAL_ORGANIZATION";
  return isInternational ? "ART2_1_1" : "ART2_1_3";
}

function dispatchOf(
  stay: Stay,
  official: number,
  agency: string,
  payRatio: number | null,
  turn: number,
): DemoDispatch {
  const { type, startedOn, firstPlannedTo, returnedOn = null } = stay;
  const plannedTo =
    returnedOn !== null && returnedOn > firstPlannedTo ? returnedOn : firstPlannedTo;
  const decidedOn = plannedTo === firstPlannedTo ? startedOn : firstPlannedTo;
  return {
    official,
    organization: cycled(organizationsIn(stay), turn),
    agency,
    legalBasis: legalBasisOf(type),
    post: cycled(posts, turn),
    plannedFrom: startedOn,
    firstPlannedTo,
    plannedTo,
    payRatio,
    consentOn: addDays(startedOn, -14 - (turn % 45)),
    npaConsultedOn: plannedTo > addMonths(startedOn, 60) ? addDays(decidedOn, -50) : null,
    startedOn,
    returnedOn,
    cancelledOn: null,
  };
}

/** What is paid during the dispatches: as published for those that began in FY2023, made up and in part unknown before. */
function payRatios(stays: readonly Stay[]): Map<Stay, number | null> {
  const ratios = new Map<Stay, number | null>();
  const order: readonly TypeCode[] = ["UNITED_NATIONS", "OTHER_INTERNATIONAL_ORGANIZATION"];
  const rank = ({ type }: Stay) =>
    type === "FOREIGN_GOVERNMENT" ? 3 : (order.indexOf(type) + 3) % 3;
  const [from, to] = [firstDayOfYear(2023), lastDayOfYear(2023)];
  const departed = stays
    .filter(({ startedOn }) => startedOn >= from && startedOn <= to)
    .sort((one, other) => rank(one) - rank(other));
  departed.forEach((stay, index) => {
    const isFull = index >= departed.length - pay2023.full;
    ratios.set(stay, index < pay2023.none ? 0 : isFull ? 100 : cycled([70, 80, 90], index));
  });
  stays.forEach((stay, index) => {
    if (ratios.has(stay)) return;
    const usual = [[0], [0, 0, 70], [70, 80], [100, 100, 90]][rank(stay)] ?? [0];
    ratios.set(
      stay,
      stay.startedOn < "2011-04-01" && index % 5 === 0 ? null : cycled(usual, index),
    );
  });
  return ratios;
}

/** Terms that begin after the records end. */
function plannedStays(stays: readonly Stay[]): Stay[] {
  return stays.slice(0, 20).map((stay, index) => {
    const startedOn = addMonths(firstDayOfYear(2026), index % 6);
    return {
      type: stay.type,
      region: stay.region,
      startedOn,
      firstPlannedTo: addMonths(startedOn, 24),
    };
  });
}

/** Planned, consented to or cancelled, in turn; none of them has begun. */
function notBegun(stay: Stay, official: number, agency: string, turn: number): DemoDispatch {
  const dispatch = dispatchOf(stay, official, agency, 0, turn);
  const days = { startedOn: null, returnedOn: null, npaConsultedOn: null };
  const consentOn = turn % 3 === 0 ? null : addDays(recordedUntil, -10 - turn);
  return { ...dispatch, ...days, consentOn, cancelledOn: turn % 3 === 2 ? recordedUntil : null };
}
