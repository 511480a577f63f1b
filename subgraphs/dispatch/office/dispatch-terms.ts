import { day, id, optional, text, whole } from "../../kit/graphql/input-fields";

/** What inputs of a dispatch may give of its terms, each under its own name. */
export const terms = {
  organization: id("Id of the organization."),
  post: text("The title of the post, 1–200 characters."),
  plannedFrom: day("The first day."),
  plannedTo: day("The first day back on duty."),
  payRatio: optional(whole("The percentage of pay that goes on, 0–100; null where not known.")),
};
