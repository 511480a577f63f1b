import { code, day, id, optional, several, text, whole } from "../../kit/graphql/input-fields";
import { Refused } from "../../kit/rules/refusal";
import { versionConflict } from "../../kit/mutation/version-conflict";
import { atTheSameMoment, brokenRules } from "../../kit/rules/rule";
import { trimmed } from "../../kit/rules/text.rules";
import { adding, changesOf, type RecruitmentChange } from "../record/recruitment-changes";
import { SkillCategoryCode } from "../skill-standard/skill-category-code";
import { Application } from "./application";
import { Solicitation, SolicitationCategory } from "./solicitation";
import {
  earlyClosingRules,
  extensionRules,
  noSolicitationRule,
  solicitationRules,
} from "./solicitation.rules";

/** The input field of the version last seen, where a solicitation is named by its year. */
export const expectedVersion = optional(
  whole(
    "The version last seen. If it has changed since, nothing is done and VERSION_CONFLICT says so.",
  ),
);

const aFreeYear = "a fiscal year without a solicitation";

/** What the ministry does with solicitations, whose key is the fiscal year. */
export const solicitationChanges = changesOf(Solicitation, {
  openSolicitation: adding({
    description: "Opens the solicitation of a fiscal year that has none.",
    about: "A solicitation to open.",
    given: "The solicitation.",
    input: {
      fiscalYear: whole("Its fiscal year; it has no other solicitation."),
      agency: id("Code of the agency that calls, as JP-MIC."),
      opensOn: day("First day on which applications are taken; inside the fiscal year."),
      closesOn: day("Last day on which applications are taken, to its last minute."),
      categories: several(code(SkillCategoryCode, "The categories asked for; at least one.")),
      note: optional(text("Up to 2,000 characters.")),
    },
    constraints: {
      solicitation_pkey: atTheSameMoment("SOLICITATION_EXISTS", aFreeYear, "fiscalYear"),
    },
    work: async (change, input) => {
      const { fiscalYear, categories, opensOn, closesOn } = input;
      change.require(solicitationRules(input), {
        holds: !(await change.isThere(Solicitation, { fiscalYearNumber: fiscalYear })),
        code: "SOLICITATION_EXISTS",
        message: `Expected ${aFreeYear}, received ${fiscalYear}.`,
        at: "fiscalYear",
      });
      const solicitation = await change.insert(Solicitation, {
        fiscalYearNumber: fiscalYear,
        agencyCode: input.agency,
        opensOn,
        closesOn,
        note: trimmed(input.note),
      });
      for (const categoryCode of categories) {
        await change.insert(SolicitationCategory, { fiscalYear, categoryCode });
      }
      return solicitation;
    },
  }),

  closeSolicitation: adding({
    description:
      "Closes a solicitation earlier than announced; once. One that a source states is not changed (PUBLISHED_FACT).",
    about: "A solicitation to close earlier than announced.",
    given: "The solicitation and the day.",
    input: {
      fiscalYear: whole("Its fiscal year."),
      closedOn: day(
        "The new last day on which applications are taken: before the announced one, and not before an application was received.",
      ),
      expectedVersion,
    },
    work: async (change, { fiscalYear, closedOn, expectedVersion }) => {
      const solicitation = await lockSolicitation(change, { fiscalYear, expectedVersion });
      const [last] = await change.see(Application, {
        where: { fiscalYear },
        order: { receivedOn: "DESC" },
        take: 1,
        comment: "closeSolicitation.last",
      });
      change.require(earlyClosingRules(closedOn, solicitation, last?.receivedOn ?? null));
      return change.update(Solicitation, solicitation, { closedOn });
    },
  }),

  extendSolicitation: adding({
    description:
      "Extends the window of a solicitation, also of one that was closed: it is open again until the new last day. One that a source states is not changed (PUBLISHED_FACT).",
    about: "A solicitation that takes applications longer than announced.",
    given: "The solicitation and the day.",
    input: {
      fiscalYear: whole("Its fiscal year."),
      closesOn: day(
        "The new last day on which applications are taken: after the last day until now.",
      ),
      expectedVersion,
    },
    work: async (change, { fiscalYear, closesOn, expectedVersion }) => {
      const solicitation = await lockSolicitation(change, { fiscalYear, expectedVersion });
      change.require(extensionRules(closesOn, solicitation));
      return change.update(Solicitation, solicitation, { closesOn, closedOn: null });
    },
  }),
});

/**
 * Locks the solicitation of a fiscal year, behind all who apply to it.
 * @throws Refused NOT_FOUND or VERSION_CONFLICT
 */
export async function lockSolicitation(
  change: RecruitmentChange,
  input: { readonly fiscalYear: number; readonly expectedVersion?: number | null | undefined },
): Promise<Solicitation> {
  const { fiscalYear, expectedVersion: expected } = input;
  const solicitation = await change.find(Solicitation, { fiscalYearNumber: fiscalYear });
  if (!solicitation) throw new Refused(brokenRules([noSolicitationRule(fiscalYear)]));
  const { version } = solicitation;
  change.require({
    holds: expected == null || expected === version,
    code: "VERSION_CONFLICT",
    message: versionConflict(`the solicitation of ${fiscalYear}`, expected ?? 0, version),
    at: "expectedVersion",
  });
  change.settle();
  return solicitation;
}
