/** Whether something is to be more or less in a round of trials: as if drawn by lot, but the same every time. */
export function directionOf(index: number, round: number): 1 | -1 {
  const mixed = Math.imul((index + 1) * 31 + round, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) & 1 ? 1 : -1;
}
