import { addDays, addMonths } from "../../kit/demo/days";
import { youngAgencies } from "./home-agencies";
import { recordedUntil, type Stay } from "./timeline";

/** An agency an official belonged to, `[from, to)`. */
export interface Belonging {
  readonly agency: string;
  readonly from: string;
  readonly to: string | null;
}

/** A made-up official: the stays abroad, and the agencies. */
export interface DemoOfficial {
  readonly agency: string;
  readonly stays: readonly Stay[];
  readonly belongings: readonly Belonging[];
}

/** Gives each stay to an official; some go abroad a second time, two years after they were back. */
export function officialsOf(
  stays: readonly Stay[],
  agencies: ReadonlyMap<Stay, string>,
): DemoOfficial[] {
  const careers: { agency: string; stays: Stay[] }[] = [];
  stays.forEach((stay, index) => {
    const agency = agencies.get(stay) ?? "JP-NPA";
    const since = addMonths(stay.startedOn, -24);
    const again =
      index % 6 === 0
        ? careers.find(
            (one) =>
              one.agency === agency &&
              one.stays.length === 1 &&
              (one.stays[0]?.returnedOn ?? "9999") < since,
          )
        : undefined;
    if (again) again.stays.push(stay);
    else careers.push({ agency, stays: [stay] });
  });
  return careers.map((career, index) => ({ ...career, belongings: belongingsOf(career, index) }));
}

/** Years before the first stay; a few move to the Cabinet Office a year after the last. */
function belongingsOf(
  { agency, stays }: { readonly agency: string; readonly stays: readonly Stay[] },
  index: number,
): Belonging[] {
  const first = addDays(stays[0]?.startedOn ?? recordedUntil, -4_000 - (index % 50) * 73);
  const back = stays.at(-1)?.returnedOn;
  const movedOn = index % 9 === 0 && back && agency !== "JP-CAO" ? addDays(back, 365) : undefined;
  const moves = movedOn !== undefined && movedOn <= recordedUntil;
  const young = youngAgencies[agency];
  const steps = [
    ...(young && first < young.since ? [{ agency: young.staffFrom, from: first }] : []),
    { agency, from: young && first < young.since ? young.since : first },
    ...(moves ? [{ agency: "JP-CAO", from: movedOn }] : []),
  ];
  return steps.map((step, place) => ({ ...step, to: steps[place + 1]?.from ?? null }));
}
