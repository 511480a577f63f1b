import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Country } from "../../catalog/country/country";
import { countryOf } from "../../catalog/country/country-list";
import type { RequestContext } from "../../kit/request-context";
import { existing } from "../loader/record-by-id";
import { TrainingEdition } from "./training-edition";
import { trainingEditionById } from "./training-edition.loader";
import { TrainingParticipation } from "./training-participation";

/** What a participation leads to. */
@Resolver(() => TrainingParticipation)
export class TrainingParticipationResolver {
  @FieldResolver(() => TrainingEdition, { description: "The edition." })
  async edition(
    @Root() { editionId }: TrainingParticipation,
    @Ctx() context: RequestContext,
  ): Promise<TrainingEdition> {
    return existing(await context.load(trainingEditionById, editionId), `edition ${editionId}`);
  }

  @FieldResolver(() => Country, { description: "The country they came from." })
  country(@Root() { countryCode }: TrainingParticipation): Country {
    return countryOf(countryCode);
  }
}
