import type { StatisticsAbout } from "../graph/answers";
import type { Observation } from "./observation";

/** Everything a statistical figure is made of. */
export interface Series {
  /** Of each period in turn, all groups. */
  readonly observations: readonly Observation[];
  /** Of each period the sum of its groups, where it is known by itself. */
  readonly totals: readonly Observation[];
  /** How it was counted; absent where no statistics were asked for. */
  readonly about?: StatisticsAbout;
  /** What is counted, as the graph says it: persons, applications. */
  readonly unit: string;
}
