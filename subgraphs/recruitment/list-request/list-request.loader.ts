import { recordById } from "../record/record.loader";
import { ListRequest } from "./list-request";

/** Requests for the list by id; `null` for an id without one. */
export const listRequestById = recordById("listRequestById", ListRequest);
