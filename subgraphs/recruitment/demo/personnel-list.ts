import { addDays, addMonths } from "../../kit/demo/days";
import { cycled } from "../../kit/demo/random";
import type { DemoApplication } from "./applications";
import { listRequests } from "./municipalities";

/** A place on the list, in one category. */
export interface DemoRegistration {
  /** The application's place among all. */
  readonly application: number;
  readonly applicant: number;
  readonly category: string;
  readonly from: string;
  readonly to: string | null;
}

/** A person's work for a municipality. */
export interface DemoEngagement {
  /** The registration's place among all. */
  readonly registration: number;
  readonly applicant: number;
  readonly municipality: string;
  readonly role: string;
  readonly daysPerMonth: number;
  readonly from: string;
  readonly to: string | null;
  readonly agreedTo: string | null;
  readonly endReason: string | null;
}

const removedOn = "2025-10-01";
const roles = ["CIO補佐官", "DXアドバイザー", "DXプロジェクト責任者"];

/** The list: every selected category of those who were registered. Two persons of the first round have left it since. */
export function registrationsOf(applications: readonly DemoApplication[]): DemoRegistration[] {
  const first = applications.filter(
    ({ outcome, round }) => outcome === "REGISTERED" && round.fiscalYear === 2022,
  );
  const gone = new Set(first.slice(0, 2));
  return applications.flatMap((one, application) =>
    one.outcome === "REGISTERED"
      ? one.selected.map((category) => ({
          application,
          applicant: one.applicant,
          category,
          from: one.round.registeredOn,
          to: gone.has(one) ? removedOn : null,
        }))
      : [],
  );
}

/** Two of three registrations led to work for a municipality that had been granted the list. */
export function engagementsOf(registrations: readonly DemoRegistration[]): DemoEngagement[] {
  const grants = listRequests.filter(({ state }) => state === "GRANTED");
  return registrations.flatMap((registration, index) => {
    if (index % 3 === 2) return [];
    const { municipality, decidedOn } = cycled(grants, index);
    const ready = [decidedOn ?? "", registration.from].sort().at(-1) ?? registration.from;
    const from = addMonths(`${ready.slice(0, 8)}01`, 1 + (index % 2));
    if (registration.to !== null && from >= registration.to) return [];
    const agreedTo = index % 5 === 0 ? null : addMonths(from, 12);
    const endsEarly = index % 7 === 3;
    return [
      {
        registration: index,
        applicant: registration.applicant,
        municipality,
        role: cycled(roles, index),
        daysPerMonth: 1 + (index % 8),
        from,
        to: endsEarly ? addDays(from, 150) : agreedTo,
        agreedTo,
        endReason: endsEarly ? "Ended by agreement when the project was completed." : null,
      },
    ];
  });
}
