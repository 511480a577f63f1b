import { code, day, optional, text } from "../../kit/graphql/input-fields";
import { trimmedUnlessBlank } from "../../kit/rules/text.rules";
import { ApplicationStage } from "../application/application-stage";
import { Registration } from "../personnel-list/registration";
import { registrationConstraints as constraints } from "../personnel-list/registration.changes";
import { changesOf, correcting, type RecruitmentChange } from "../record/recruitment-changes";
import { SkillCategoryCode } from "../skill-standard/skill-category-code";
import {
  correctedFile,
  lockCandidateFile,
  requireFile,
  writeStages,
} from "./candidate-file.service";
import { corrected, inTheWay } from "./correction.rules";
import { stageOf } from "./file-stages.rules";
import { correctedPlaceRules } from "./registration-correction.rules";

/** Puts right what was recorded wrongly of places on the list. */
export const registrationCorrections = changesOf(Registration, {
  correctRegistration: correcting({
    description:
      "Puts right what was recorded wrongly of a place on the external personnel list, also a removal that lies in the future. The engagements that came of it must begin while it holds.",
    about:
      "What was recorded wrongly of a place on the list, and how it is. What is absent stays; null takes the removal back.",
    given: "What was wrong, and how it is.",
    input: {
      category: optional(
        code(SkillCategoryCode, "The category, one that the application was selected in."),
      ),
      from: optional(day("The first day on the list.")),
      to: optional(
        day(
          "The day of removal; null: it was not, or will not be, removed, and its reason goes too.",
        ),
      ),
      removalReason: optional(text("Why it was removed, 1–2,000 characters.")),
    },
    constraints,
    work: async (change, input) => {
      const { file, registration } = await lockRegistration(change, input);
      const { id } = registration;
      const to = corrected(input.to, registration.to);
      const values = {
        categoryCode: input.category ?? registration.categoryCode,
        from: input.from ?? registration.from,
        to,
        removalReason: trimmedUnlessBlank(
          to === null
            ? input.removalReason
            : corrected(input.removalReason, registration.removalReason),
        ),
      };
      const others = file.registrations.filter((one) => one.id !== id);
      const facts = {
        trainedOn: stageOf(file, ApplicationStage.TRAINED)?.on ?? null,
        selected: file.selected,
        others: [...others, ...file.elsewhere],
      };
      change.require(correctedPlaceRules(values, facts, change.today));
      change.settle();
      const registrations = [...others, { id, ...values }];
      const after = correctedFile(file, { registrations });
      const stages = requireFile(change, file, after, { from: "from", to: "to" });
      const right = await change.update(Registration, registration, values);
      await writeStages(change, file, stages);
      return right;
    },
  }),

  takeBackRegistration: correcting({
    description:
      "Takes back a place on the list that never was. It answers with what was on record, which stays in the history and in the changes. With the last place of an application the candidate is trained, and not registered.",
    about: "A place on the list that never was.",
    given: "Which place.",
    input: {},
    constraints,
    work: async (change, input) => {
      const { file, registration } = await lockRegistration(change, input);
      const engaged = file.engagements.find(
        ({ registrationId }) => registrationId === registration.id,
      );
      change.require(
        engaged
          ? [
              inTheWay(
                `Expected a place without an engagement, found one with ${engaged.municipalityCode} from ${engaged.from}.`,
                "id",
              ),
            ]
          : [],
      );
      change.settle();
      const registrations = file.registrations.filter((one) => one.id !== registration.id);
      const stages = requireFile(change, file, correctedFile(file, { registrations }), {});
      await change.remove(Registration, registration);
      await writeStages(change, file, stages);
      return registration;
    },
  }),
});

async function lockRegistration(
  change: RecruitmentChange,
  input: { readonly id: string; readonly expectedVersion?: number | null },
) {
  const { applicationId } = await change.read(Registration, input.id);
  const file = await lockCandidateFile(change, applicationId);
  return { file, registration: await change.lock(Registration, input) };
}
