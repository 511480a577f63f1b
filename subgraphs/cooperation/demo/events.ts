import { addDays, addMonths } from "../../kit/demo/days";
import { cycled } from "../../kit/demo/random";
import { type Member, members, subjects } from "./networks";

/** A made-up event of a network. */
export interface DemoEvent {
  readonly network: keyof typeof members;
  readonly kind: "WORKSHOP" | "SYMPOSIUM" | "TRAINING";
  readonly title: string;
  readonly theme: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly fiscalYear: number;
  readonly city: string | null;
  readonly country: string;
  readonly format: "IN_PERSON" | "ONLINE";
  readonly hostAgency: string;
  readonly state: "HELD" | "PLANNED" | "CANCELLED";
  readonly participants: readonly Member[];
  /** Guests that do not belong to the network. */
  readonly guests: readonly Member[];
}

const places = [
  { country: "JP", agency: "JP-NPA", city: "Tokyo" },
  { country: "KR", agency: "KR-MPM", city: "Sejong" },
  { country: "CN", agency: "CN-NCSA", city: "Beijing" },
];
const kinds = ["WORKSHOP", "SYMPOSIUM", "TRAINING"] as const;

/** Twelve events without a number, every two months from May 2024 on; the last ones are planned, one is cancelled. */
export const events: readonly DemoEvent[] = Array.from({ length: 12 }, (_unused, turn) => {
  const network = turn % 3 === 2 ? ("CJK_PPN" as const) : ("ACCSM_PLUS3" as const);
  const startsOn = addMonths("2024-05-13", turn * 2);
  const { country, agency, city } = cycled(places, turn);
  const format = turn % 4 === 3 ? ("ONLINE" as const) : ("IN_PERSON" as const);
  const theme = cycled(subjects, turn);
  const kind = cycled(kinds, turn);
  return {
    network,
    kind,
    title: `Synthetic ${kind.toLowerCase()} ${turn + 1}`,
    theme,
    startsOn,
    endsOn: addDays(startsOn, 1),
    fiscalYear: Number(addMonths(startsOn, -3).slice(0, 4)),
    city: format === "ONLINE" ? null : city,
    country,
    format,
    hostAgency: agency,
    state: turn === 9 ? "CANCELLED" : turn >= 10 ? "PLANNED" : "HELD",
    participants: members[network],
    guests: turn === 0 ? [{ country: "AU", agency: "AU-APSC" }] : [],
  };
});
