import { personBy } from "../../kit/access/persons-seen";
import { type DeclaredArgument, fieldsOf, queries } from "../../kit/record/declared-fields";
import { DateScalar } from "../../kit/graphql/scalars";
import type { Module } from "../../kit/subgraph/module";
import { heldToProfiles, requireGrantedList } from "../list-request/granted-list.service";
import { persons, profiles } from "../record/policies";
import { mostCategories } from "../skill-standard/skill-category-code";
import { Engagement } from "./engagement";
import { engagementsByApplicantId } from "./engagement.list";
import { ListedPerson } from "./listed-person";
import {
  ListedPersonArguments,
  ListedPersonConnection,
  listedPersons,
  refuseKnownAt,
  refuseNumbers,
} from "./listed-person.list";
import { Registration } from "./registration";
import { registrationsByApplicantId } from "./registration.list";

const asOf: DeclaredArgument<string> = {
  type: DateScalar,
  nullable: true,
  description: "The day that the answer is about. Default: the day of the list.",
};

interface OnDay {
  readonly asOf?: string | null;
}

/** The external personnel list. */
export const listedPersonModule: Module = {
  resolvers: [
    queries({
      externalPersonnelList: {
        type: () => ListedPersonConnection,
        nullable: true,
        description:
          "The external personnel list on a day: each person once, in however many categories. Its totalCount is the number of persons, that of registrations the number of places. A municipality sees it once its request is granted, as of that day or later; otherwise the error is LIST_NOT_GRANTED.",
        arguments: ListedPersonArguments,
        find: async (_none, list: ListedPersonArguments, context) => {
          await requireGrantedList(context, list.asOf ?? context.asOf);
          if (heldToProfiles(context)) {
            refuseNumbers(list);
            refuseKnownAt(list);
          }
          return new ListedPersonConnection(listedPersons(context, list));
        },
      },
    }),
    fieldsOf(ListedPerson, {
      registrations: {
        type: () => [Registration],
        description: "The person's places on the list, one a category.",
        arguments: { asOf },
        find: async (person, args: OnDay, context) => {
          const day = args.asOf ?? person.asOf;
          await requireGrantedList(context, day);
          return context.load(registrationsByApplicantId, person.id, { asOf: day });
        },
      },
      engagements: {
        type: () => [Engagement],
        description: "The person's engagements. A municipality sees only those with itself.",
        arguments: { asOf },
        find: async (person, args: OnDay, context) => {
          const day = args.asOf ?? person.asOf;
          const all = await context.load(engagementsByApplicantId, person.id, { asOf: day });
          const held = heldToProfiles(context);
          return held ? all.filter((one) => one.municipalityCode === held.municipality) : all;
        },
      },
    }),
  ],
  access: { ListedPerson: profiles, "ListedPerson.applicant": persons },
  persons: { ListedPerson: personBy("id" satisfies keyof ListedPerson, (id) => `applicant:${id}`) },
  listSizes: { "ListedPerson.registrations": mostCategories },
};
