import type { Change } from "../../kit/mutation/change";
import { changesIn } from "../../kit/record/declared-changes";
import { type RecruitmentErrorCode, RecruitmentUserError } from "./recruitment-error-code";

const declared = changesIn<RecruitmentErrorCode>(RecruitmentUserError);

/** How mutations of recruitment are declared. */
export const { adding, changing, changesOf } = declared;

/** A mutation that puts a record right; the tables let it remove rows, and change what is final. */
export const correcting: typeof declared.correcting = (declaration) =>
  declared.correcting({
    ...declaration,
    work: async (change, input) => {
      await openForCorrection(change);
      return declaration.work(change, input);
    },
  });

/** A change of recruitment under way. */
export type RecruitmentChange = Change<RecruitmentErrorCode>;

/** Tells the tables that a correction is under way. They ask for its reason when it commits. */
export async function openForCorrection({ manager }: RecruitmentChange): Promise<void> {
  await manager.query("/* correction.open */ SELECT set_config('change.correction', 'on', true)");
}
