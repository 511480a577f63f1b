import { everyCopy, syntheticId } from "../../kit/demo/copies";
import type { DemoTable } from "../../kit/demo/demo-records";
import type { DemoApplication } from "./applications";
import { listRequests } from "./municipalities";
import { engagementsOf, registrationsOf } from "./personnel-list";

/**
 * The list, the requests for it and the engagements. A municipality is granted the list once, so all copies share the
 * requests.
 */
export function personnelTables(
  applications: readonly DemoApplication[],
  copies: number,
): DemoTable[] {
  const registrations = registrationsOf(applications);
  const engagements = engagementsOf(registrations);
  return [
    {
      table: "registration",
      columns: [
        ...["id", "synthetic", "applicant_id", "application_id", "category_code", "from_date"],
        ...["to_date", "removal_reason"],
      ],
      *rows() {
        for (const { base: entry, copy } of everyCopy(registrations.entries(), copies)) {
          const [index, { application, applicant, category, from, to }] = entry;
          yield [
            syntheticId("registration", index, copy),
            true,
            syntheticId("applicant", applicant, copy),
            syntheticId("application", application, copy),
            category,
            from,
            to,
            to && "Left the list at the person's own wish.",
          ];
        }
      },
    },
    {
      table: "list_request",
      columns: [
        ...["id", "synthetic", "municipality_code", "requested_on", "state", "decided_on"],
        "refusal_reason",
      ],
      *rows() {
        for (const [index, one] of listRequests.entries()) {
          const { municipality, requestedOn, state, decidedOn, refusalReason } = one;
          const id = syntheticId("list-request", index, 0);
          yield [id, true, municipality, requestedOn, state, decidedOn, refusalReason];
        }
      },
    },
    {
      table: "engagement",
      columns: [
        ...["id", "synthetic", "registration_id", "applicant_id", "municipality_code", "role"],
        ...["days_per_month", "from_date", "to_date", "agreed_to_date", "end_reason"],
      ],
      *rows() {
        for (const { base: entry, copy } of everyCopy(engagements.entries(), copies)) {
          const [index, one] = entry;
          yield [
            syntheticId("engagement", index, copy),
            true,
            syntheticId("registration", one.registration, copy),
            syntheticId("applicant", one.applicant, copy),
            one.municipality,
            one.role,
            one.daysPerMonth,
            one.from,
            one.to,
            one.agreedTo,
            one.endReason,
          ];
        }
      },
    },
  ];
}
