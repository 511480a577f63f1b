import type { DispatchRefusal } from "../rules/broken-rules";

const path = ["input"];

/** What the constraints on dispatches mean to a caller; the rules themselves are checked before. */
export const dispatchConstraints = {
  dispatch_overlap: {
    code: "OVERLAPPING_DISPATCH",
    message: "Expected a term without another dispatch of the official.",
    path,
  },
  dispatch_one_place: {
    code: "STILL_ON_DISPATCH",
    message: "Expected an official who has returned from every other dispatch.",
    path,
  },
  dispatch_of_official_and_day: {
    code: "DISPATCH_EXISTS",
    message: "Expected a first day on which no other dispatch of the official is planned to begin.",
    path,
  },
  dispatch_legal_basis_fits: {
    code: "LEGAL_BASIS_DOES_NOT_FIT",
    message: "Expected a legal basis that covers the organization's kind.",
    path,
  },
  dispatch_from_home_agency: {
    code: "NO_HOME_AGENCY",
    message: "Expected an official who belongs to the home agency on the first day.",
    path,
  },
  dispatch_consultation: {
    code: "CONSULTATION_MISSING",
    message: "Expected npaConsultedOn for a term beyond five years.",
    path,
  },
} as const satisfies Record<string, DispatchRefusal>;
