import { payloadType } from "../../kit/mutation/payload-type";
import { FellowshipUserError } from "../error/fellowship-user-error";
import { Fellow } from "./fellow";

/** The answer of the mutations that admit fellows and end fellowships. */
export const FellowPayload = payloadType("Fellow", "fellow", Fellow, FellowshipUserError);
