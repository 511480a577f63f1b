import { everyCopy, syntheticId } from "../../kit/demo/copies";
import type { DemoTable } from "../../kit/demo/demo-records";
import { japaneseNames } from "../../kit/demo/japanese-names";
import type { DemoApplication } from "./applications";
import { criteria, evaluators } from "./committee";
import { evaluationsOf } from "./evaluations";

/** The committee, its evaluations and their scores. All copies share the committee. */
export function committeeTables(
  applications: readonly DemoApplication[],
  copies: number,
): DemoTable[] {
  const evaluations = evaluationsOf(applications);
  const everyEvaluation = () => everyCopy(evaluations.entries(), copies);
  return [
    {
      table: "evaluator",
      columns: ["id", "synthetic", "evaluator_number", "name", "affiliation"],
      *rows() {
        const nextName = japaneseNames(9);
        for (const [index, { affiliation }] of evaluators.entries()) {
          const id = syntheticId("evaluator", index, 0);
          yield [id, true, `SYN-E${index + 1}`, nextName().name, affiliation];
        }
      },
    },
    {
      table: "evaluation",
      columns: [
        ...["id", "synthetic", "application_id", "category_code", "evaluator_id", "verdict"],
        ...["comment", "evaluated_on"],
      ],
      *rows() {
        for (const { base: entry, copy } of everyEvaluation()) {
          const [index, { application, category, evaluator, verdict, evaluatedOn }] = entry;
          yield [
            syntheticId("evaluation", index, copy),
            true,
            syntheticId("application", application, copy),
            category,
            syntheticId("evaluator", evaluator, 0),
            verdict,
            verdict === "RECOMMENDED" ? "実務経験が豊富である。" : null,
            evaluatedOn,
          ];
        }
      },
    },
    {
      table: "evaluation_score",
      columns: ["evaluation_id", "position", "criterion", "score"],
      *rows() {
        for (const { base: entry, copy } of everyEvaluation()) {
          const [index, { scores }] = entry;
          const id = syntheticId("evaluation", index, copy);
          for (const [place, score] of scores.entries()) {
            yield [id, place + 1, criteria[place] ?? "", score];
          }
        }
      },
    },
  ];
}
