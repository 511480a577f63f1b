import { payloadType } from "../../kit/mutation/payload-type";
import { FellowshipUserError } from "../error/fellowship-user-error";
import { Placement } from "./placement";

/** The answer of the mutations that place fellows. */
export const PlacementPayload = payloadType(
  "Placement",
  "placement",
  Placement,
  FellowshipUserError,
);
