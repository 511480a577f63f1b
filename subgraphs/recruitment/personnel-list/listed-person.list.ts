import { ArgsType, Field } from "type-graphql";
import { asOfDescription, knownAtDescription } from "../../kit/clock";
import { connectionType } from "../../kit/connection/connection-type";
import { List } from "../../kit/connection/list";
import type { Page } from "../../kit/connection/page";
import { ApiError } from "../../kit/errors";
import { setsConditionOn } from "../../kit/filter/read-filter";
import { DateScalar, DateTimeScalar, KnownAtScalar } from "../../kit/graphql/scalars";
import { tableAsKnown } from "../../kit/history/table-as-known";
import type { RequestContext } from "../../kit/request/request-context";
import type { Applicant } from "../applicant/applicant";
import { applicants } from "../applicant/applicant.list";
import { SkillCategoryCode } from "../skill-standard/skill-category-code";
import { ListedPerson } from "./listed-person";

/** A page of the external personnel list. */
export const ListedPersonConnection = connectionType(ListedPerson, "ListedPerson");

/** The arguments of the external personnel list. */
@ArgsType()
export class ListedPersonArguments extends applicants.timelessArguments {
  @Field(() => DateScalar, { nullable: true, description: asOfDescription })
  override asOf?: string | null;
  @Field(() => SkillCategoryCode, {
    nullable: true,
    description:
      "Only persons who are registered in this category, alone or with others. Default: all.",
  })
  category?: SkillCategoryCode | null;
  @Field(() => KnownAtScalar, {
    nullable: true,
    description: `${knownAtDescription} A municipality is not permitted to give it.`,
  })
  override knownAt?: Date | null;
}

/** What it takes to know who is on the list. */
const needed = ["applicant_id", "category_code", "valid"] as const;

/** The list of persons in one category, or in any. The condition is made of code alone, never of input. */
function personsIn(category: SkillCategoryCode | null): List<Applicant> {
  const condition = category === null ? "" : ` AND r.category_code = '${category}'`;
  const isListed = (registration: string, day: string) =>
    `EXISTS (SELECT FROM ${registration} r WHERE r.applicant_id = t.id AND r.valid @> ${day}${condition})`;
  return new List({
    ...applicants.definition,
    name: "ListedPerson",
    asOf: (day) => isListed("registration", day),
    known: {
      table: "registration",
      asOf: (day, knownAt) => isListed(tableAsKnown("registration", needed, knownAt), day),
    },
  });
}

const everybody = personsIn(null);
const inCategory = new Map(Object.values(SkillCategoryCode).map((code) => [code, personsIn(code)]));

/**
 * Refuses to look for persons, or to sort them, by the number the ministry gave, for callers who do not see it.
 * @throws ApiError FORBIDDEN
 */
export function refuseNumbers({ filter, orderBy }: ListedPersonArguments): void {
  const isOrdered = orderBy?.some(({ by }) => by === "APPLICANT_NUMBER");
  const isFiltered = setsConditionOn(filter, "applicantNumber");
  if (!isFiltered && !isOrdered) return;
  throw new ApiError(
    "FORBIDDEN",
    "A municipality does not see the ministry's numbers of persons: expected a filter and an ordering by name or reading, received one by number.",
  );
}

/**
 * Refuses to show what was on record before to callers who see the list from the day of its grant on.
 * @throws ApiError FORBIDDEN
 */
export function refuseKnownAt({ knownAt }: ListedPersonArguments): void {
  if (knownAt == null) return;
  throw new ApiError(
    "FORBIDDEN",
    `A municipality sees the external personnel list as it is on record now: expected no knownAt, received ${DateTimeScalar.serialize(knownAt)}.`,
  );
}

/** A page of the persons on the list on a day. */
export function listedPersons(
  context: RequestContext,
  { category, ...request }: ListedPersonArguments,
): Page<ListedPerson> {
  const asOf = request.asOf ?? context.asOf;
  const list = (category && inCategory.get(category)) ?? everybody;
  const page = list.page(context, { ...request, asOf });
  return {
    hasPreviousPage: page.hasPreviousPage,
    countAll: () => page.countAll(),
    read: async () => {
      const rows = await page.read();
      return { ...rows, nodes: rows.nodes.map((node) => new ListedPerson(node, asOf)) };
    },
  };
}
