import { recordById } from "../loader/record-by-id";
import { Invitation } from "./invitation";

/** Invitations by id; `null` for an id without one. */
export const invitationById = recordById(Invitation, "invitationById");
