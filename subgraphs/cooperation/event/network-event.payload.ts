import { payloadType } from "../../kit/mutation/payload-type";
import { CooperationUserError } from "../error/cooperation-user-error";
import { NetworkEvent } from "./network-event";
import { NetworkEventPresentation } from "./network-event-presentation";

/** What mutations of events answer. */
export const NetworkEventPayload = payloadType(
  "NetworkEvent",
  "networkEvent",
  NetworkEvent,
  CooperationUserError,
);

/** What mutations of presentations answer. */
export const NetworkEventPresentationPayload = payloadType(
  "NetworkEventPresentation",
  "networkEventPresentation",
  NetworkEventPresentation,
  CooperationUserError,
);
