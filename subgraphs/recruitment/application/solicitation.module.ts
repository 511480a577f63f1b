import { Int } from "type-graphql";
import { published } from "../../catalog/access";
import { FiscalYear } from "../../catalog/fiscal-year/fiscal-year";
import { DeclaredList } from "../../kit/record/declared-list";
import { AsOfArguments, fieldsOf, queries } from "../../kit/record/declared-fields";
import { recordAsKnown } from "../../kit/history/record-as-known";
import { byKey } from "../../kit/record/by-key";
import { knownAtArgument } from "../../kit/record/one-by-key";
import type { Module } from "../../kit/subgraph/module";
import { records } from "../record/policies";
import { SkillCategory } from "../skill-standard/skill-category";
import { categoriesOf } from "../skill-standard/skill-category.list";
import { mostCategories } from "../skill-standard/skill-category-code";
import { Solicitation, SolicitationCategory, SolicitationState, stateOn } from "./solicitation";
import { solicitationChanges } from "./solicitation.changes";
import { categoryCodesByFiscalYear } from "./solicitation.loader";

/** All solicitations, latest first. */
const solicitations = new DeclaredList(Solicitation, {
  plural: "solicitations",
  order: ["OPENS_ON DESC"],
  known: { table: "solicitation" },
});

const solicitationAsKnown = recordAsKnown(Solicitation);

interface SolicitationArguments {
  readonly fiscalYear: number;
  readonly knownAt?: Date | null;
}

/** Public calls for external personnel. */
export const solicitationModule: Module = {
  entities: [Solicitation, SolicitationCategory],
  resolvers: [
    queries({
      solicitation: {
        type: () => Solicitation,
        nullable: true,
        description: "The solicitation of a fiscal year; null where no source names one.",
        arguments: {
          fiscalYear: {
            type: Int,
            description: "The Western year in which the fiscal year starts.",
          },
          knownAt: knownAtArgument,
        },
        find: (_none, { fiscalYear, knownAt }: SolicitationArguments, context) =>
          knownAt
            ? solicitationAsKnown(context, fiscalYear, knownAt)
            : context.load(byKey(Solicitation), fiscalYear),
      },
      solicitations: solicitations.all({ description: "All solicitations, latest first." }),
    }),
    fieldsOf(FiscalYear, {
      solicitation: {
        type: () => Solicitation,
        nullable: true,
        description: "The year's call for external personnel; null where no source names one.",
        find: ({ year }, _none, context) => context.load(byKey(Solicitation), year),
      },
    }),
    fieldsOf(Solicitation, {
      state: {
        type: () => SolicitationState,
        description: "Whether it takes applications on a day.",
        arguments: AsOfArguments,
        find: (solicitation, { asOf }, context) => stateOn(asOf ?? context.asOf, solicitation),
      },
      categories: {
        type: () => [SkillCategory],
        description:
          "The categories asked for. For a published one as far as known: those first solicited in this year or before; that each was asked for again is our inference.",
        find: async ({ fiscalYearNumber }, _none, context) =>
          categoriesOf(context, await context.load(categoryCodesByFiscalYear, fiscalYearNumber)),
      },
    }),
    solicitationChanges,
  ],
  access: { Solicitation: published, "Solicitation.version": records },
  listSizes: { "Solicitation.categories": mostCategories },
  writable: { solicitation: "INSERT, UPDATE, DELETE", solicitation_category: "INSERT, DELETE" },
  readable: {
    published: {
      solicitation: "sourced",
      solicitation_history: "sourced",
      // Named by the statement that gives a solicitation's categories; a published one has none of its rows.
      solicitation_category: "none",
    },
  },
};
