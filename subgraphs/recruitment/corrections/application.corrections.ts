import { today } from "../../kit/clock";
import {
  code,
  day,
  id,
  instant,
  optional,
  several,
  text,
  whole,
} from "../../kit/graphql/input-fields";
import { Application, ApplicationCategory, SelectedCategory } from "../application/application";
import { applicationConstraints as constraints } from "../application/application.changes";
import { applicationRules } from "../application/application.rules";
import { keepSolicitation } from "../application/application.service";
import { solicitedCategories } from "../application/solicitation.loader";
import { changesOf, correcting, type RecruitmentChange } from "../record/recruitment-changes";
import { SkillCategoryCode } from "../skill-standard/skill-category-code";
import {
  correctedSelectionRules,
  correctedStepRules,
  correctedSteps,
  otherApplicationRules,
  untouchedRules,
} from "./application-correction.rules";
import type { LockedFile } from "./candidate-file";
import {
  correctedFile,
  lockCandidateFile,
  requireFile,
  writeStages,
} from "./candidate-file.service";
import { decidedIn } from "./file-stages.rules";

const fields = {
  ...{ receivedAt: "receivedAt", categories: "categories", decidedOn: "decidedOn" },
  ...{ selectedCategories: "selectedCategories", withdrawnOn: "withdrawnOn" },
  evaluatedOn: "categories",
};

/** Puts right what was recorded wrongly of applications. */
export const applicationCorrections = changesOf(Application, {
  correctApplication: correcting({
    description:
      "Puts right what was recorded wrongly of an application: what was submitted, the decision, the withdrawal. All that came of it must still rest on it.",
    about:
      "What was recorded wrongly of an application, and how it was. What is absent stays; null takes the decision or the withdrawal back.",
    given: "What was wrong, and how it was.",
    input: {
      applicant: optional(id("Who applied.")),
      fiscalYear: optional(whole("Fiscal year of the solicitation.")),
      categories: optional(
        several(code(SkillCategoryCode, "The categories it is for, all of them.")),
      ),
      receivedAt: optional(instant("When it was received.")),
      decidedOn: optional(
        day(
          "The day of the selection or rejection; null: it was neither, and categories selected or a reason go too.",
        ),
      ),
      selectedCategories: optional(
        several(code(SkillCategoryCode, "The categories it was selected in, all of them.")),
      ),
      rejectionReason: optional(text("Why it was rejected, 1–2,000 characters.")),
      withdrawnOn: optional(
        day("The day of withdrawal; null: it was not withdrawn, and stands where it stood before."),
      ),
      withdrawalReason: optional(
        text("Why it was withdrawn, 1–2,000 characters; null removes it."),
      ),
    },
    constraints,
    work: async (change, input) => {
      const recorded = await change.read(Application, input.id);
      const fiscalYear = input.fiscalYear ?? recorded.fiscalYear;
      const window = await keepSolicitation(change, fiscalYear);
      const applicantId = input.applicant ?? recorded.applicantId;
      const file = await lockCandidateFile(change, input.id, [applicantId]);
      const application = await change.lock(Application, input);
      const { receivedAt = application.receivedAt } = definite(input.receivedAt);
      const categories = input.categories ?? file.categories;
      const [solicited = []] = await solicitedCategories(
        change.manager,
        "correctApplication.solicited",
        [fiscalYear],
      );
      const before = decidedIn(file);
      const steps = correctedSteps(before, input);
      const selected = input.selectedCategories ?? (steps.decision === null ? [] : file.selected);
      const isSubmittedOtherwise =
        input.fiscalYear != null || input.categories != null || input.receivedAt != null;
      const isOther = applicantId !== application.applicantId;
      const isElsewhere = fiscalYear !== application.fiscalYear;
      change.require(
        isSubmittedOtherwise
          ? applicationRules(
              { receivedAt, categories },
              { window, categories: solicited },
              change.now,
            )
          : [],
        correctedStepRules(before, input, change.today),
        correctedSelectionRules(selected, categories, steps),
        otherApplicationRules(file, isOther ? "applicant" : isElsewhere ? "fiscalYear" : null),
        {
          holds:
            !(isOther || isElsewhere) ||
            !(await change.isThere(Application, { applicantId, fiscalYear })),
          code: "ALREADY_APPLIED",
          message: `Expected a person who has not applied to this solicitation, even if that application was withdrawn, received ${applicantId}.`,
          at: isOther ? "applicant" : "fiscalYear",
        },
      );
      change.settle();
      const receivedOn = today(receivedAt);
      const after = correctedFile(file, { receivedOn, categories, selected, ...steps });
      const stages = requireFile(change, file, after, fields);
      change.settle();
      await writeCategories(change, file, categories, selected);
      return writeStages(change, file, stages, { applicantId, fiscalYear, receivedAt });
    },
  }),

  takeBackApplication: correcting({
    description:
      "Takes back an application that was never received, while nothing has come of it. It answers with what was on record, which stays in the history and in the changes.",
    about: "An application that was never received.",
    given: "Which application.",
    input: {},
    work: async (change, input) => {
      const file = await lockCandidateFile(change, input.id);
      const application = await change.lock(Application, input);
      change.require(untouchedRules(file));
      change.settle();
      await writeCategories(change, file, [], []);
      await writeStages(change, file, []);
      await change.remove(Application, application);
      return application;
    },
  }),
});

function definite(receivedAt: Date | null | undefined): { readonly receivedAt?: Date } {
  return receivedAt == null ? {} : { receivedAt };
}

/** Writes the categories that an application is for, and those it was selected in, which are some of them. */
async function writeCategories(
  change: RecruitmentChange,
  file: LockedFile,
  categories: readonly SkillCategoryCode[],
  selected: readonly SkillCategoryCode[],
): Promise<void> {
  const { id: applicationId } = file.application;
  const row = (categoryCode: SkillCategoryCode) => ({ applicationId, categoryCode });
  for (const one of missing(file.selected, selected)) {
    await change.remove(SelectedCategory, Object.assign(new SelectedCategory(), row(one)));
  }
  for (const one of missing(file.categories, categories)) {
    await change.remove(ApplicationCategory, Object.assign(new ApplicationCategory(), row(one)));
  }
  for (const one of missing(categories, file.categories)) {
    await change.insert(ApplicationCategory, row(one));
  }
  for (const one of missing(selected, file.selected)) {
    await change.insert(SelectedCategory, row(one));
  }
}

/** What the one list has and the other has not. */
function missing<Code>(from: readonly Code[], other: readonly Code[]): Code[] {
  return from.filter((one) => !other.includes(one));
}
