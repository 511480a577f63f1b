import { code, day, id, optional, several, text, whole } from "../../kit/graphql/input-fields";
import type { Rule, Rules } from "../../kit/rules/rule";
import { trimmedUnlessBlank } from "../../kit/rules/text.rules";
import { Application } from "../application/application";
import {
  lastDayOf,
  Solicitation,
  SolicitationCategory,
  type Window,
} from "../application/solicitation";
import { expectedVersion, lockSolicitation } from "../application/solicitation.changes";
import { solicitedCategories } from "../application/solicitation.loader";
import {
  closingDayRule,
  publishedRule,
  solicitationRules,
} from "../application/solicitation.rules";
import {
  adding,
  changesOf,
  openForCorrection,
  type RecruitmentChange,
} from "../record/recruitment-changes";
import type { RecruitmentErrorCode } from "../record/recruitment-error-code";
import { SkillCategoryCode } from "../skill-standard/skill-category-code";
import { corrected, inTheWay } from "./correction.rules";

const which = {
  fiscalYear: whole("Its fiscal year."),
  expectedVersion,
  reason: text(
    "What was wrong, and why it is put right: 1–2,000 characters. Kept with the change.",
  ),
};

/** Puts right what was recorded wrongly of solicitations, whose key is the fiscal year. */
export const solicitationCorrections = changesOf(Solicitation, {
  correctSolicitation: adding({
    description:
      "Puts right what was recorded wrongly of a solicitation, or takes its early closing back. The applications received must still lie in its window and categories. One that a source states is not changed (PUBLISHED_FACT).",
    about:
      "What was recorded wrongly of a solicitation, and how it is. What is absent stays; closedOn: null takes the early closing back.",
    given: "What was wrong, and how it is.",
    input: {
      ...which,
      agency: optional(id("Code of the agency that calls, as JP-MIC.")),
      opensOn: optional(day("First day on which applications are taken.")),
      closesOn: optional(day("Last day on which applications are taken, as announced.")),
      closedOn: optional(
        day("Last day on which applications are taken where it closed early; null: it did not."),
      ),
      categories: optional(
        several(code(SkillCategoryCode, "The categories asked for, all of them.")),
      ),
      note: optional(text("Up to 2,000 characters; null removes it.")),
    },
    work: async (change, input) => {
      const { fiscalYear } = input;
      const solicitation = await openSolicitation(change, input);
      const tag = "correctSolicitation.solicited";
      const [recorded = []] = await solicitedCategories(change.manager, tag, [fiscalYear]);
      const categories = input.categories ?? recorded;
      const values = {
        agencyCode: input.agency ?? solicitation.agencyCode,
        opensOn: input.opensOn ?? solicitation.opensOn,
        closesOn: input.closesOn ?? solicitation.closesOn,
        closedOn: corrected(input.closedOn, solicitation.closedOn),
        note: trimmedUnlessBlank(corrected(input.note, solicitation.note)),
      };
      change.require(
        solicitationRules({ ...values, fiscalYear, agency: values.agencyCode, categories }),
        values.closedOn === null ? [] : [closingDayRule(values.closedOn, values)],
      );
      change.settle();
      change.require(await applicationsHold(change, fiscalYear, values, categories));
      change.settle();
      const row = (categoryCode: SkillCategoryCode) => ({ fiscalYear, categoryCode });
      const [gone, added] = [missing(recorded, categories), missing(categories, recorded)];
      for (const one of gone) {
        await change.remove(
          SolicitationCategory,
          Object.assign(new SolicitationCategory(), row(one)),
        );
      }
      for (const one of added) await change.insert(SolicitationCategory, row(one));
      const right = await change.update(Solicitation, solicitation, values);
      const isCounted = right.version !== solicitation.version;
      return isCounted || gone.length + added.length === 0
        ? right
        : change.touch(Solicitation, right);
    },
  }),

  takeBackSolicitation: adding({
    description:
      "Takes back a solicitation that was never opened, to which nobody has applied. It answers with what was on record, which stays in the history and in the changes.",
    about: "A solicitation that was never opened.",
    given: "Which solicitation.",
    input: which,
    work: async (change, input) => {
      const { fiscalYear } = input;
      const solicitation = await openSolicitation(change, input);
      const [application] = await applicationsTo(change, fiscalYear, "ASC");
      if (application) {
        const found = `found one received on ${application.receivedOn}`;
        change.require([
          inTheWay(`Expected a solicitation without an application, ${found}.`, "fiscalYear"),
        ]);
      }
      change.settle();
      for (const one of await change.see(SolicitationCategory, { where: { fiscalYear } })) {
        await change.remove(SolicitationCategory, one);
      }
      await change.remove(Solicitation, solicitation);
      return solicitation;
    },
  }),
});

async function openSolicitation(
  change: RecruitmentChange,
  input: {
    readonly fiscalYear: number;
    readonly expectedVersion?: number | null;
    readonly reason: string;
  },
): Promise<Solicitation> {
  change.because(input.reason);
  await openForCorrection(change);
  const solicitation = await lockSolicitation(change, input);
  const { sourceId } = solicitation;
  change.require(sourceId === null ? [] : [publishedRule(sourceId)]);
  change.settle();
  return solicitation;
}

/** The applications received lie in the window, and are for categories that are asked for. */
async function applicationsHold(
  change: RecruitmentChange,
  fiscalYear: number,
  window: Window,
  categories: readonly SkillCategoryCode[],
): Promise<Rules<RecruitmentErrorCode>> {
  const [first] = await applicationsTo(change, fiscalYear, "ASC");
  const [last] = await applicationsTo(change, fiscalYear, "DESC");
  const lastDay = lastDayOf(window);
  const rows: { code: SkillCategoryCode }[] = await change.manager.query(
    `/* correctSolicitation.appliedFor */
SELECT DISTINCT c.category_code AS code FROM application a JOIN application_category c ON c.application_id = a.id
WHERE a.fiscal_year = $1 ORDER BY 1`,
    [fiscalYear],
  );
  const asked = missing(
    rows.map((row) => row.code),
    categories,
  );
  const broken = (holds: boolean, message: string, at: string): Rule<RecruitmentErrorCode>[] =>
    holds ? [] : [inTheWay(message, at)];
  return [
    broken(
      !first || first.receivedOn >= window.opensOn,
      `Expected ${first?.receivedOn ?? ""} or an earlier day, received ${window.opensOn}, found an application received on that day.`,
      "opensOn",
    ),
    broken(
      !last || last.receivedOn <= lastDay,
      `Expected ${last?.receivedOn ?? ""} or a later day, received ${lastDay}, found an application received on that day.`,
      window.closedOn === null ? "closesOn" : "closedOn",
    ),
    broken(
      asked.length === 0,
      `Expected ${asked.join(", ")} among the categories, found an application for it.`,
      "categories",
    ),
  ];
}

function applicationsTo(change: RecruitmentChange, fiscalYear: number, direction: "ASC" | "DESC") {
  const order = { receivedOn: direction };
  return change.see(Application, {
    ...{ where: { fiscalYear }, order, take: 1, comment: "solicitation.applications" },
  });
}

function missing<Code>(from: readonly Code[], other: readonly Code[]): Code[] {
  return from.filter((one) => !other.includes(one));
}
