import { open, personal } from "../../kit/access/policies";

/** Records that are about nobody. */
export const records = open("recruitment:records");
/** Every mutation. */
export const changes = open("recruitment:changes");
/** Records about persons. */
export const persons = personal("recruitment:persons");
/** What the committee thinks of persons. */
export const evaluations = personal("recruitment:evaluations");
/** Also a municipality that was granted the external personnel list; row rules say which rows. */
export const profiles = personal("recruitment:persons", "recruitment:profiles");
/** Also a municipality: its own requests for the list. */
export const ownRequests = open("recruitment:records", "recruitment:profiles");
