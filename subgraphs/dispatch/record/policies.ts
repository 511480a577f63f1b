import { open, personal } from "../../kit/access/policies";

/** Records that are about nobody. */
export const records = open("dispatch:records");
/** Every mutation. */
export const changes = open("dispatch:changes");
/** Records about officials. */
export const persons = personal("dispatch:persons");
/** How much of an official's pay goes on. */
export const pay = personal("dispatch:pay");
