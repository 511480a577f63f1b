import type { CheckTask } from "./check-task";
import { dimensionsOf, type Group, groupName, groupOf } from "./group";
import type { NumberedCells } from "./numbered-cells";

/** Notes which numbers of persons are of the same group on two close days: what changes between them may be one event. */
export function noteCloseDays(
  cells: NumberedCells,
  { released, given }: Pick<CheckTask, "released" | "given">,
): void {
  const tables = [
    ...released.map((table) => ({ ...table, dimensions: dimensionsOf(table.dimensions) })),
    ...given,
  ].filter(({ measure, period }) => isDay(period) && cells.measure(measure).isOfPersons);
  const groups = new Map<string, Map<string, number>>();
  for (const { measure, period, dimensions, rows } of tables) {
    for (const { keys } of rows) {
      const group: Group = groupOf(dimensions, keys);
      const name = `${measure} ${groupName(group)}`;
      const days = groups.get(name) ?? new Map<string, number>();
      groups.set(name, days.set(period, cells.ofGroup({ measure, period }, group)));
    }
  }
  for (const byDay of groups.values()) {
    const days = [...byDay].sort(([one], [other]) => (one < other ? -1 : 1));
    for (const [index, [day, cell]] of days.entries()) {
      for (const [later, other] of days.slice(index + 1)) {
        if (!areClose(day, later)) break;
        cells.system.closeDays.push([cell, other]);
      }
    }
  }
}

/** Whether a day is less than three months after another. The last day of a month counts as that of any month. */
export function areClose(day: string, later: string): boolean {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + 3, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return later < last.toISOString().slice(0, 10);
}

function isDay(period: string): boolean {
  return !period.startsWith("FY");
}
