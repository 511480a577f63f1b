/**
 * The relations of a table as nodes and its cells as arcs: what some cells of a relation add up to, the others add up
 * to as well. Each cell is in two relations, on different sides, so tables that agree in all that is shown differ by a
 * circulation in the arcs of what is not.
 */
export interface Network {
  readonly relations: readonly Relation[];
  readonly arcs: readonly Arc[];
}

/** One additive relation. */
export interface Relation {
  readonly arcs: Arc[];
  /** Those of the arcs that are suppressed. */
  hidden: Arc[];
  /** The arc a search came by, the arc by which it may leave for its target, and the price of its way. */
  reachedBy: Arc | null;
  exit: Arc | null;
  price: number;
  isSettled: boolean;
}

/** One cell. Zeros are among them only where they may be suppressed. */
export interface Arc {
  readonly from: Relation;
  readonly to: Relation;
  readonly value: number;
  /**
   * How much larger and smaller it could be, if suppressed, by what is known of it alone; up to the width, as more does
   * not matter.
   */
  readonly up: number;
  readonly down: number;
  /** True if this level decides whether it is shown. */
  readonly isCandidate: boolean;
  /** True if it is suppressed. Changed by {@link hide} and {@link show}. */
  isHidden: boolean;
  /** By how much the circulation under construction changes it. */
  flow: number;
  /** What proves that it may be more, and less. */
  rise: Circulation | null;
  fall: Circulation | null;
}

/** Changes that keep every relation, so that the table with them looks the same from outside. */
export type Circulation = ReadonlyMap<Arc, number>;

/** A relation without arcs. */
export function relation(): Relation {
  return { arcs: [], hidden: [], reachedBy: null, exit: null, price: 0, isSettled: false };
}

/** Makes an arc and puts it into its two relations. */
export function connect(
  arc: Pick<Arc, "from" | "to" | "value" | "up" | "down" | "isCandidate">,
): Arc {
  const connected = { ...arc, isHidden: false, flow: 0, rise: null, fall: null };
  for (const end of [arc.from, arc.to]) end.arcs.push(connected);
  if (!arc.isCandidate) hide(connected);
  return connected;
}

/** Suppresses a cell. */
export function hide(arc: Arc): void {
  arc.isHidden = true;
  for (const end of [arc.from, arc.to]) end.hidden.push(arc);
}

/** Shows a suppressed cell again. */
export function show(arc: Arc): void {
  arc.isHidden = false;
  for (const end of [arc.from, arc.to]) end.hidden = end.hidden.filter((other) => other !== arc);
}

/** How much more can be sent through an arc from one of its ends to the other. */
export function residual(arc: Arc, end: Relation): number {
  return arc.from === end ? arc.up - arc.flow : arc.down + arc.flow;
}

/** The relation at the other end of an arc. */
export function otherEnd(arc: Arc, end: Relation): Relation {
  return arc.from === end ? arc.to : arc.from;
}

/** The arcs by which a search came from `source` to `target`, last first. */
export function wayBack(source: Relation, target: Relation): Arc[] {
  const way: Arc[] = [];
  let end = target;
  while (end !== source && end.reachedBy) {
    way.push(end.reachedBy);
    end = otherEnd(end.reachedBy, end);
  }
  return way;
}
