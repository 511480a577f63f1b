import { open, personal } from "../../kit/access/policies";

/** Records that are about nobody. */
export const records = open("fellowship:records");
/** Every mutation. */
export const changes = open("fellowship:changes");
/** Records about persons. */
export const persons = personal("fellowship:persons");
