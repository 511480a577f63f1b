import { registerEnumType } from "type-graphql";

/** What kind of body a Japanese agency is. */
export enum AgencyKind {
  INDEPENDENT_AUTHORITY = "INDEPENDENT_AUTHORITY",
  CONSTITUTIONAL_BODY = "CONSTITUTIONAL_BODY",
  CABINET_BODY = "CABINET_BODY",
  CABINET_OFFICE = "CABINET_OFFICE",
  MINISTRY = "MINISTRY",
  AGENCY = "AGENCY",
  COMMISSION = "COMMISSION",
}

registerEnumType(AgencyKind, {
  name: "AgencyKind",
  description: "What kind of body an agency is.",
  valuesConfig: {
    INDEPENDENT_AUTHORITY: {
      description: "Under the Cabinet but independent of it: the National Personnel Authority.",
    },
    CONSTITUTIONAL_BODY: { description: "Founded on the Constitution: the Board of Audit." },
    CABINET_BODY: { description: "Assists the Cabinet directly (内閣官房, 内閣法制局)." },
    CABINET_OFFICE: { description: "The Cabinet Office (内閣府)." },
    MINISTRY: { description: "A ministry (省)." },
    AGENCY: { description: "An agency of a ministry or of the Cabinet (庁)." },
    COMMISSION: { description: "A commission (委員会)." },
  },
});
