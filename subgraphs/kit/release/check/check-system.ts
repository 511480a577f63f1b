import type { Deadline } from "../../disclosure/known/deadline";
import type { CheckTask } from "./check-task";
import { NumberedCells } from "./numbered-cells";
import { relateCame } from "./relate-came";
import { relateFlows } from "./relate-flows";
import { relateGroups } from "./relate-groups";
import { relateRests } from "./relate-rests";
import { relateSums } from "./relate-sums";
import { mostIn, stateGiven, type Statement, stateReleased } from "./state-tables";
import { TableLevels } from "./table-levels";

/** All that anybody will know. */
export interface CheckSystem {
  readonly cells: NumberedCells;
  /** What the tables say, table by table, what they say of groups without a row after their rows. */
  readonly statements: readonly Statement[];
  /** The cells that the release suppresses. */
  readonly suppressed: ReadonlySet<number>;
}

/**
 * The most numbers that tables to publish and the release may be about together: more could not be looked at in time, or
 * take more memory than the thread has.
 */
export const mostNumbers = 30_000;

/** Tables are about more numbers than can be checked. */
export class TooManyNumbers extends Error {
  /** Of so many. */
  constructor(readonly numbers: number) {
    super("too many numbers");
  }
}

/**
 * The numbers of a release and of tables to publish, and every relation between them.
 *
 * @throws TooManyNumbers
 * @throws ContradictoryStatement
 * @throws TakesTooLong
 */
export function checkSystem(task: CheckTask, deadline: Deadline): CheckSystem {
  const levels = new TableLevels(task);
  const numbers = levels.countNumbers();
  if (numbers > mostNumbers) throw new TooManyNumbers(numbers);
  const cells = new NumberedCells(task.measures, mostIn(task), deadline);
  const suppressed = stateReleased(cells, levels, task);
  const given = stateGiven(cells, levels, task.given);
  const statements = [...given, ...relateSums(cells, levels)];
  for (const [measure, { linked }] of Object.entries(task.measures)) {
    const { flows, partOf, atMost, cameBy, groupsOf } = linked;
    if (flows) relateFlows(cells, levels, { stock: measure, came: flows.in, went: flows.out });
    const whole = partOf ?? atMost;
    if (whole !== undefined) {
      relateRests(cells, levels, { part: measure, whole, isTotalOpen: partOf === undefined });
    }
    if (cameBy !== undefined) relateCame(cells, levels, { stock: measure, cameBy });
    if (groupsOf) relateGroups(cells, levels, { groups: measure, counted: groupsOf });
  }
  return {
    cells,
    suppressed,
    statements: statements.sort(
      (one, other) => one.table - other.table || (one.row ?? last) - (other.row ?? last),
    ),
  };
}

/** Behind every row. */
const last = Number.MAX_SAFE_INTEGER;
