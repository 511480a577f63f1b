import type { Observation } from "./observation";

/** True where no count of any group is given, so that there is nothing to draw of them. */
export function allNotReleased(observations: readonly Observation[]): boolean {
  return (
    observations.length > 0 && observations.every(({ counted }) => counted.status === "NOT_GIVEN")
  );
}
