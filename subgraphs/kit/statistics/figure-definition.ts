import { today } from "../clock";
import type { StatisticsPeriod } from "./statistics-period";

/** A figure that somebody published, as far as it says what to count. */
export interface FigureToCompute {
  readonly id: string;
  readonly kind: string;
  /** The last day that it is about, if it has one. */
  readonly day: string | null;
  readonly fiscalYear: number | null;
  readonly dimension: string;
  readonly dimensionValue: string | null;
  readonly agencyCode: string | null;
  /** The parts that its split names. */
  readonly named: readonly string[];
}

/** Which groups of a dimension a figure counts. */
export interface FigurePart {
  readonly dimension: string;
  /** The values it counts, or where `isRest` is set, all but these. */
  readonly values: readonly string[];
  readonly isRest: boolean;
}

/** What to count for a figure: the same measures that statistics have. */
export interface FigureQuestion {
  readonly measure: string;
  readonly period: StatisticsPeriod;
  /** One, or none where everything is counted. */
  readonly parts: readonly FigurePart[];
}

/** Why a figure cannot be computed from records. */
export interface NotComputable {
  readonly reason: string;
}

/** How the figures of one published measure are counted, or why they cannot be. */
export interface FigureDefinition {
  /** The measures that it may be counted by. */
  readonly measures: readonly string[];
  /** Published dimensions with a part for everything that the split does not name. */
  readonly needsNamedParts?: readonly string[];
  readonly question: (figure: FigureToCompute) => FigureQuestion | NotComputable;
}

/** How a part of a published split is found among records. */
export type PartDefinition = (figure: FigureToCompute) => FigurePart | NotComputable;

/** Published dimension → how its parts are found. */
export type PartDefinitions = Readonly<Record<string, PartDefinition>>;

/** How the parts of a split are found by a dimension. */
interface PartOptions {
  /** Codes that stand for everything the split does not name. */
  readonly rest?: readonly string[];
  /** The code in records, if it differs from the published one. */
  readonly codeOf?: (figure: FigureToCompute) => string | null;
}

/** Parts that a dimension has under their own codes. */
export function partsBy(
  dimension: string,
  { rest = [], codeOf = ({ dimensionValue }) => dimensionValue }: PartOptions = {},
): PartDefinition {
  return (figure) => {
    const code = codeOf(figure);
    if (code === null) return { reason: "No record has a code for this part." };
    return rest.includes(code)
      ? { dimension, values: figure.named.filter((name) => !rest.includes(name)), isRest: true }
      : { dimension, values: [code], isRest: false };
  };
}

/** Dimensions that records do not have. */
export function partsUnknown(reason: string): PartDefinition {
  return () => ({ reason });
}

/** Figures that cannot be computed. */
export function notComputable(reason: string): FigureDefinition {
  return { measures: [], question: () => ({ reason }) };
}

/** When the figures of a published measure count. */
type FigureTime = (figure: FigureToCompute) => StatisticsPeriod | NotComputable;

/** On the figure's day. */
export const onItsDay: FigureTime = ({ day }) =>
  day === null ? { reason: "The figure names no day." } : { from: null, to: day, fiscalYear: null };

/** In the figure's fiscal year. */
export const inItsFiscalYear: FigureTime = ({ fiscalYear }) =>
  fiscalYear === null
    ? { reason: "The figure names no fiscal year." }
    : { from: `${fiscalYear}-04-01`, to: `${fiscalYear + 1}-03-31`, fiscalYear };

/** The whole time until today: for figures about what has a time of its own, such as a cohort. */
export const onAnyDay: FigureTime = () => ({ from: null, to: today(), fiscalYear: null });

/** What a definition is made of. */
export interface DefinitionParts {
  readonly measure: string;
  readonly time: FigureTime;
  /** The groups that a figure counts if it is not a part of a split; by default all. */
  readonly whole?: FigurePart;
  readonly parts?: PartDefinitions;
  readonly needsNamedParts?: readonly string[];
}

/** Figures that are counted as a measure of statistics is. */
export function counted({
  measure,
  time,
  whole,
  parts = {},
  needsNamedParts,
}: DefinitionParts): FigureDefinition {
  return {
    measures: [measure],
    ...(needsNamedParts && { needsNamedParts }),
    question: (figure) => {
      const period = time(figure);
      if ("reason" in period) return period;
      const part = figure.dimension === "none" ? whole : partOf(figure, parts);
      if (part && "reason" in part) return part;
      return { measure, period, parts: part ? [part] : [] };
    },
  };
}

function partOf(figure: FigureToCompute, parts: PartDefinitions): FigurePart | NotComputable {
  const definition = parts[figure.dimension];
  return definition
    ? definition(figure)
    : { reason: "Records are not counted by what the figure is split by." };
}

/** Figures of different kinds that bear the same name. */
export function byKind(definitions: Readonly<Record<string, FigureDefinition>>): FigureDefinition {
  return {
    measures: Object.values(definitions).flatMap(({ measures }) => measures),
    question: (figure) =>
      definitions[figure.kind]?.question(figure) ?? { reason: "No record counts this kind." },
  };
}
