import { type CountedCell } from "../counted-cell";

/** Whether a cell of linked tables is shown. */
export enum CellState {
  /** Its value is shown, and cannot be hidden any more: an earlier release shows it. */
  SHOWN = "SHOWN",
  /** Its value is shown, unless others need it hidden. */
  OPEN = "OPEN",
  /** Its value is suppressed, so it has to stay uncertain. */
  HIDDEN = "HIDDEN",
  /** No table shows it, and it need not stay uncertain: it is in relations alone. */
  LATENT = "LATENT",
}

/** One number of linked tables. */
export interface LinkedCell extends CountedCell {
  state: CellState;
  /** How much less it could be without contradicting what is known of it; of several releases the least. */
  readonly room: number;
  /** How much more it could be; `Infinity` where relations alone say so. */
  readonly headroom: number;
  /** How much it is missed where it is hidden, for each unit: 1 for the finest cells, more for sums. */
  readonly weight: number;
}

/**
 * Cells whose sum, each times its factor, is known: shifts of cells that change it are excluded. Where parts overlap, by
 * how much they exceed their whole is taken to be known too.
 */
export interface Relation {
  /** The whole whose parts the others are, if it is such a sum: what is hidden of it can be added up. */
  readonly whole: number | null;
  readonly terms: readonly (readonly [cell: number, factor: number])[];
}

/**
 * Tables of one population that are released together: their cells, and every relation between them that anybody can
 * know. A margin is one cell, however many tables it stands in.
 */
export class LinkedSystem {
  readonly cells: LinkedCell[] = [];
  readonly relations: Relation[] = [];

  /** Adds a cell. Returns its number. */
  add(cell: LinkedCell): number {
    return this.cells.push(cell) - 1;
  }

  /** The parts add up to the whole, or exceed it by a number that is taken to be known. */
  sum(whole: number, parts: readonly number[]): void {
    const terms = parts.map((part) => [part, 1] as const);
    this.relations.push({ whole, terms: [[whole, -1], ...terms] });
  }

  /** Before, plus what came, less what went, is after. */
  balance(before: number, came: number, went: number, after: number): void {
    const terms = [[before, 1] as const, [came, 1] as const, [went, -1] as const];
    this.relations.push({ whole: null, terms: [...terms, [after, -1]] });
  }

  /**
   * A cell by its number.
   * @throws Error if there is none
   */
  cell(number: number): LinkedCell {
    const cell = this.cells[number];
    if (!cell) throw new Error(`no cell ${number}`);
    return cell;
  }
}

/** Whether the value of a cell is not known from the tables. */
export function isUnknown({ state }: LinkedCell): boolean {
  return state === CellState.HIDDEN || state === CellState.LATENT;
}
