import { type DatabaseLoader, rowsOfKeys } from "../../kit/loaders";
import { allRows, rowsBy } from "../../kit/record/by-key";
import { FigureSplit } from "./figure-split";
import { PublishedFigure } from "./published-figure";

/** Other revisions of figures, oldest first, by id. */
export const otherRevisionsByFigureId: DatabaseLoader<string, PublishedFigure[]> = {
  name: "otherRevisionsByFigureId",
  batch: async (ids, database) => {
    const rows = await database
      .createQueryBuilder(PublishedFigure, "other")
      .comment("otherRevisionsByFigureId")
      .innerJoin(
        PublishedFigure,
        "one",
        `other.base_series = one.base_series AND other.dimension = one.dimension
         AND other.dimension_value IS NOT DISTINCT FROM one.dimension_value AND other.id <> one.id`,
      )
      .addSelect("one.id", "one_id")
      .where("one.id = ANY(:ids)", { ids })
      .orderBy("other.revision")
      .getRawAndEntities<{ one_id: string; other_id: string }>();
    return groupFigures(
      ids,
      rows.raw.map((raw) => [raw.one_id, raw.other_id]),
      rows.entities,
    );
  },
};

/** The declared splits of totals, by the total's id. */
export const splitsByTotalId = rowsBy("splitsByTotalId", FigureSplit, "totalId", {
  order: { dimension: "ASC" },
});

/** The parts of splits in the order of the source, by `total id / dimension`. */
export const partsBySplit: DatabaseLoader<string, PublishedFigure[]> = {
  name: "partsBySplit",
  batch: async (keys, database) => {
    const rows = await database
      .createQueryBuilder(PublishedFigure, "part")
      .comment("partsBySplit")
      .innerJoin(
        PublishedFigure,
        "total",
        "part.base_series = total.base_series AND part.revision = total.revision",
      )
      .addSelect("total.id || '/' || part.dimension", "split_key")
      .where("total.id || '/' || part.dimension = ANY(:keys)", { keys })
      .andWhere("total.dimension = 'none'")
      .orderBy("part.position")
      .getRawAndEntities<{ split_key: string; part_id: string }>();
    return groupFigures(
      keys,
      rows.raw.map((raw) => [raw.split_key, raw.part_id]),
      rows.entities,
    );
  },
};

/** What the figures of measures are split by, by measure; without "none". */
export const dimensionsByMeasure: DatabaseLoader<string, string[]> = {
  name: "dimensionsByMeasure",
  batch: async (measures, database) => {
    const rows = await database
      .createQueryBuilder(PublishedFigure, "figure")
      .comment("dimensionsByMeasure")
      .select(["figure.measure AS measure", "figure.dimension AS dimension"])
      .distinct()
      .where("figure.measure = ANY(:measures) AND figure.dimension <> 'none'", { measures })
      .orderBy("figure.dimension")
      .getRawMany<{ measure: string; dimension: string }>();
    return rowsOfKeys(measures, rows, ({ measure }) => measure).map((own) =>
      own.map(({ dimension }) => dimension),
    );
  },
};

/** All figures in the order of the reference. */
export const allFigures = allRows("allFigures", PublishedFigure, { position: "ASC" });

/** The parts that are named in the split a figure belongs to, itself included, by id. */
export const namedPartsByFigureId: DatabaseLoader<string, string[]> = {
  name: "namedPartsByFigureId",
  batch: async (ids, database) => {
    const rows = await database
      .createQueryBuilder(PublishedFigure, "one")
      .comment("namedPartsByFigureId")
      .innerJoin(
        PublishedFigure,
        "part",
        `part.base_series = one.base_series AND part.dimension = one.dimension
         AND part.revision = one.revision`,
      )
      .select("one.id", "id")
      .addSelect("part.dimension_value", "value")
      .where("one.id = ANY(:ids)", { ids })
      .orderBy("part.position")
      .getRawMany<{ id: string; value: string }>();
    return rowsOfKeys(ids, rows, ({ id }) => id).map((own) => own.map(({ value }) => value));
  },
};

function groupFigures(
  keys: readonly string[],
  pairs: readonly (readonly [key: string, figureId: string])[],
  figures: readonly PublishedFigure[],
): PublishedFigure[][] {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  return rowsOfKeys(keys, pairs, ([key]) => key).map((own) =>
    own.flatMap(([, id]) => byId.get(id) ?? []),
  );
}
