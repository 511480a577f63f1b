/** Members of the external committee; all copies share them. */
export const evaluators: readonly { readonly affiliation: string }[] = [
  { affiliation: "架空大学情報学部" },
  { affiliation: "架空大学公共政策大学院" },
  { affiliation: "一般社団法人架空自治体協会" },
  { affiliation: "架空システム監査法人" },
  { affiliation: "架空市（元情報政策課長）" },
  { affiliation: "架空研究所" },
];

/** What the committee gives points for. */
export const criteria = ["専門性", "実務経験", "自治体業務の理解"];

/** A made-up evaluation. */
export interface DemoEvaluation {
  /** The application's place among all. */
  readonly application: number;
  readonly category: string;
  /** The evaluator's place among all. */
  readonly evaluator: number;
  readonly verdict: "RECOMMENDED" | "NOT_RECOMMENDED";
  readonly evaluatedOn: string;
  readonly scores: readonly number[];
}
