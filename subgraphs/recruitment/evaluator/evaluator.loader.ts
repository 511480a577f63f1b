import { recordById } from "../record/record.loader";
import { Evaluator } from "./evaluator";

/** Evaluators by id; `null` for an id without one. */
export const evaluatorById = recordById("evaluatorById", Evaluator);
