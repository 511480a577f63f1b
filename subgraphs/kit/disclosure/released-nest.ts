import { type ReleasedCell } from "./released-cell";

/** What is released of fine groups within coarse ones. What was zero is absent. */
export interface ReleasedNest {
  readonly total: ReleasedCell;
  /** Empty if `parentsWithheld`. */
  readonly parents: ReadonlyMap<string, ReleasedCell>;
  readonly parentsWithheld: boolean;
  readonly children: ReadonlyMap<string, ReleasedCell>;
  /** Parent → child → cell. */
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, ReleasedCell>>;
  /** Some children are missing, and which exist is not shown: an absent key is not a zero. */
  readonly withheld: boolean;
}
