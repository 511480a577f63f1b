import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Language, nameIn } from "../../kit/language";
import { byKey, found } from "../../kit/record/by-key";
import type { RequestContext } from "../../kit/request/request-context";
import { agencies } from "../agency/agencies";
import { Agency } from "../agency/agency";
import { Country } from "../country/country";
import { findCountry } from "../country/country-list";
import { FiscalYear } from "../fiscal-year/fiscal-year";
import { findFiscalYear } from "../fiscal-year/fiscal-year-range";
import { textIn } from "../text/text-in";
import { unitIn } from "../text/unit-names";
import { figureDimensions } from "./figure-dimensions";
import { FigureSplit } from "./figure-split";
import { PublishedFigure } from "./published-figure";
import { PublishedMeasure } from "./published-measure";
import {
  dimensionsByMeasure,
  otherRevisionsByFigureId,
  partsBySplit,
  splitsByTotalId,
} from "./published-figure.loader";

/** What a published figure leads to. */
@Resolver(() => PublishedFigure)
export class PublishedFigureResolver {
  @FieldResolver(() => FiscalYear, {
    nullable: true,
    description: "The fiscal year it belongs to, where it has one.",
  })
  fiscalYear(@Root() figure: PublishedFigure): FiscalYear | null {
    return findFiscalYear(figure.fiscalYearNumber);
  }

  @FieldResolver(() => PublishedMeasure, {
    description: "What `measure` stands for: its name, and how it counts.",
  })
  publishedMeasure(
    @Root() { measure }: PublishedFigure,
    @Ctx() context: RequestContext,
  ): PublishedMeasure | Promise<PublishedMeasure> {
    return found(context, byKey(PublishedMeasure), measure);
  }

  @FieldResolver(() => Country, {
    nullable: true,
    description: "The country a part stands for, in a split by country.",
  })
  country(@Root() figure: PublishedFigure): Country | null {
    return findCountry(figure.countryCode ?? "");
  }

  @FieldResolver(() => Agency, {
    nullable: true,
    description: "The agency a part stands for, in a split by agency.",
  })
  agency(@Root() figure: PublishedFigure): Agency | null {
    return agencies.get(figure.agencyCode ?? "") ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "The name of what the figure is split by; null for a total.",
  })
  dimensionName(
    @Root() { dimension }: PublishedFigure,
    @Arg("language", () => Language, { nullable: true, description: "Default: Accept-Language." })
    language: Language | null | undefined,
    @Ctx() context: RequestContext,
  ): string | null {
    const name = figureDimensions.get(dimension);
    return name ? nameIn(language ?? context.language, name) : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "The name of the part: of its country or agency, or its label; null for a total, and where the source gives none.",
  })
  partName(
    @Root() figure: PublishedFigure,
    @Arg("language", () => Language, { nullable: true, description: "Default: Accept-Language." })
    language: Language | null | undefined,
    @Ctx() context: RequestContext,
  ): string | null {
    const asked = language ?? context.language;
    const named = findCountry(figure.countryCode ?? "") ?? agencies.get(figure.agencyCode ?? "");
    if (named) return nameIn(asked, named);
    return figure.dimensionLabel && textIn(asked, figure.dimensionLabel);
  }

  @FieldResolver(() => String, { description: "The name of `unit`." })
  unitName(
    @Root() { unit }: PublishedFigure,
    @Arg("language", () => Language, { nullable: true, description: "Default: Accept-Language." })
    language: Language | null | undefined,
    @Ctx() context: RequestContext,
  ): string {
    return unitIn(language ?? context.language, unit);
  }

  @FieldResolver(() => [PublishedFigure], {
    description: "The same figure in other publications, oldest revision first.",
  })
  otherRevisions(
    @Root() figure: PublishedFigure,
    @Ctx() context: RequestContext,
  ): Promise<PublishedFigure[]> {
    return context.load(otherRevisionsByFigureId, figure.id);
  }

  @FieldResolver(() => [FigureSplit], {
    description:
      "The complete splits of this total: published whole, or completed by a remainder that we derived.",
  })
  splits(@Root() figure: PublishedFigure, @Ctx() context: RequestContext): Promise<FigureSplit[]> {
    return context.load(splitsByTotalId, figure.id);
  }
}

/** What a split leads to. */
@Resolver(() => FigureSplit)
export class FigureSplitResolver {
  @FieldResolver(() => [PublishedFigure], { description: "The parts, in the order of the source." })
  parts(@Root() split: FigureSplit, @Ctx() context: RequestContext): Promise<PublishedFigure[]> {
    return context.load(partsBySplit, `${split.totalId}/${split.dimension}`);
  }
}

/** What a measure leads to. */
@Resolver(() => PublishedMeasure)
export class PublishedMeasureResolver {
  @FieldResolver(() => [String], {
    description:
      "What its figures are split by: values for `dimension` in a filter, besides none for totals.",
  })
  dimensions(
    @Root() { code }: PublishedMeasure,
    @Ctx() context: RequestContext,
  ): Promise<string[]> {
    return context.load(dimensionsByMeasure, code);
  }

  @FieldResolver(() => [String], { description: "The names of `dimensions`, in their order." })
  async dimensionNames(
    @Root() { code }: PublishedMeasure,
    @Arg("language", () => Language, { nullable: true, description: "Default: Accept-Language." })
    language: Language | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<string[]> {
    const dimensions = await context.load(dimensionsByMeasure, code);
    return dimensions.map((dimension) => {
      const name = figureDimensions.get(dimension);
      return name ? nameIn(language ?? context.language, name) : dimension;
    });
  }
}
