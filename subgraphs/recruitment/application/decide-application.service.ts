import type { ChangeDefinition } from "../../kit/mutation/change-definition";
import type { RecruitmentErrorCode } from "../record/recruitment-error-code";
import { trimmed } from "../record/text.rules";
import { Application } from "./application";
import { SelectedCategory } from "./application-category";
import { factsOf } from "./application-facts.service";
import type {
  RejectApplicationInput,
  SelectApplicationInput,
  WithdrawApplicationInput,
} from "./application.inputs";
import { checkRejection, checkSelection, checkWithdrawal } from "./application.rules";
import { ApplicationStage } from "./application-stage";
import { reachStage } from "./reach-stage.service";

/** Withdraws an application. */
export const withdrawApplication: ChangeDefinition<
  WithdrawApplicationInput,
  Application,
  RecruitmentErrorCode
> = {
  name: "withdrawApplication",
  node: Application,
  constraints: {},
  work: async (change, input) => {
    const application = await change.lock(Application, input);
    const on = input.on ?? change.today;
    const facts = await factsOf(change, application);
    change.refuse(checkWithdrawal({ on, reason: input.reason }, facts, change.today));
    const reason = trimmed(input.reason);
    return reachStage(change, application, { stage: ApplicationStage.WITHDRAWN, on, reason });
  },
};

/** Selects an application in some of its categories. */
export const selectApplication: ChangeDefinition<
  SelectApplicationInput,
  Application,
  RecruitmentErrorCode
> = {
  name: "selectApplication",
  node: Application,
  constraints: {},
  work: async (change, input) => {
    const application = await change.lock(Application, input);
    const decidedOn = input.decidedOn ?? change.today;
    const { categories } = input;
    const facts = await factsOf(change, application);
    change.refuse(checkSelection({ categories, decidedOn }, facts, change.today));
    for (const categoryCode of categories) {
      await change.insert(SelectedCategory, { applicationId: application.id, categoryCode });
    }
    const stage = ApplicationStage.SELECTED;
    return reachStage(change, application, { stage, on: decidedOn, decidedOn });
  },
};

/** Rejects an application. */
export const rejectApplication: ChangeDefinition<
  RejectApplicationInput,
  Application,
  RecruitmentErrorCode
> = {
  name: "rejectApplication",
  node: Application,
  constraints: {},
  work: async (change, input) => {
    const application = await change.lock(Application, input);
    const decidedOn = input.decidedOn ?? change.today;
    const facts = await factsOf(change, application);
    change.refuse(checkRejection({ reason: input.reason, decidedOn }, facts, change.today));
    const reason = trimmed(input.reason);
    const stage = ApplicationStage.REJECTED;
    return reachStage(change, application, { stage, on: decidedOn, decidedOn, reason });
  },
};
