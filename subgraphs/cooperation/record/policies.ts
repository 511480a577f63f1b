import { open, personal } from "../../kit/access/policies";

/** Records, and of what is published the office's own words and the count of its changes. */
export const records = open("cooperation:records");
/** Every mutation. */
export const changes = open("cooperation:changes");
/** Who gives a presentation. */
export const persons = personal("cooperation:persons");
