import type { RequestContext } from "../../kit/request/request-context";
import type { AnswerCell } from "../../kit/statistics/answer";
import type { FigureToCompute, NotComputable } from "../../kit/statistics/figure-definition";
import { lastDay } from "../dates/partial-date";
import type { PublishedFigure } from "../published-figure/published-figure";
import { namedPartsByFigureId } from "../published-figure/published-figure.loader";
import { Agreement } from "./agreement";

/** A published figure held against records. */
export interface ReconciledFigure {
  /** What the records say; `null` where they cannot say it. */
  readonly computed: AnswerCell | null;
  readonly agreement: Agreement;
  /** The count from records minus the published value; `null` if either is not known or not shown. */
  readonly difference: number | null;
  /** Why it cannot be computed; `null` where it can. */
  readonly reason: string | null;
}

/** Compares a figure with the records, together with all others that are asked for in the same turn. */
export async function reconciled(
  figure: PublishedFigure,
  context: RequestContext,
): Promise<ReconciledFigure> {
  const computed = await computedFigure(figure, context);
  if (!("value" in computed)) return notComputable(figure, computed);
  const { value } = computed;
  const difference = value === null || figure.value === null ? null : value - figure.value;
  return {
    computed,
    agreement: agreementOf(figure, difference),
    difference,
    reason: null,
  };
}

async function computedFigure(
  figure: PublishedFigure,
  context: RequestContext,
): Promise<AnswerCell | NotComputable> {
  const definition = context.statistics.figure(figure.measure);
  if (!definition) return { reason: "No record counts this." };
  const isRest = definition.needsNamedParts?.includes(figure.dimension);
  const named = isRest ? await context.load(namedPartsByFigureId, figure.id) : [];
  const question = definition.question(asAsked(figure, named));
  return "reason" in question ? question : context.statistics.compute(question);
}

function asAsked(figure: PublishedFigure, named: readonly string[]): FigureToCompute {
  const { id, kind, asOf, fiscalYearNumber, dimension, dimensionValue, agencyCode } = figure;
  return {
    id,
    kind,
    day: asOf === null ? null : lastDay(asOf),
    fiscalYear: fiscalYearNumber,
    dimension,
    dimensionValue,
    agencyCode,
    named,
  };
}

function agreementOf({ value }: PublishedFigure, difference: number | null): Agreement {
  if (value === null) return Agreement.VALUE_UNKNOWN;
  if (difference === null) return Agreement.WITHHELD;
  return difference === 0 ? Agreement.AGREES : Agreement.DIFFERS;
}

function notComputable({ value }: PublishedFigure, { reason }: NotComputable): ReconciledFigure {
  const agreement = value === null ? Agreement.VALUE_UNKNOWN : Agreement.NOT_COMPUTABLE;
  return { computed: null, agreement, difference: null, reason };
}
