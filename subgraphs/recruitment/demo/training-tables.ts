import { everyCopy, syntheticId } from "../../kit/demo/copies";
import { addDays } from "../../kit/demo/days";
import type { DemoTable } from "../../kit/demo/demo-records";
import type { DemoApplication } from "./applications";
import { type Round, rounds, type Subject } from "./rounds";
import { failureReason } from "./stages";

const titles: Readonly<Record<Subject, string>> = {
  LOCAL_GOVERNMENT_OPERATIONS: "自治体業務の基礎",
  INFORMATION_SYSTEMS: "自治体の情報システム",
};
const subjects = Object.keys(titles) as Subject[];
const courses = rounds.flatMap((round) => subjects.map((subject) => ({ round, subject })));

/** Two courses a round, and who took them: whoever was selected. All copies share the courses. */
export function trainingTables(
  applications: readonly DemoApplication[],
  copies: number,
): DemoTable[] {
  const enrolments = [...applications.entries()].flatMap(([application, one]) =>
    one.selected.length > 0 ? subjects.map((subject) => ({ application, one, subject })) : [],
  );
  return [
    {
      table: "recruitment_training_course",
      columns: ["id", "synthetic", "course_code", "subject", "title", "starts_on", "ends_on"],
      *rows() {
        for (const { round, subject } of courses) {
          const code = `SYN-${round.fiscalYear}-${subject === "INFORMATION_SYSTEMS" ? 2 : 1}`;
          const [startsOn, endsOn] = round.training[subject];
          const title = `${titles[subject]}（架空）`;
          yield [courseId(round, subject), true, code, subject, title, startsOn, endsOn];
        }
      },
    },
    {
      table: "candidate_enrolment",
      columns: [
        ...["id", "synthetic", "application_id", "course_id", "enrolled_on", "state", "ended_on"],
        "failure_reason",
      ],
      *rows() {
        for (const { base: entry, copy } of everyCopy(enrolments.entries(), copies)) {
          const [index, { application, one, subject }] = entry;
          const failed = one.outcome === "TRAINING_FAILED" && subject === "INFORMATION_SYSTEMS";
          yield [
            syntheticId("enrolment", index, copy),
            true,
            syntheticId("application", application, copy),
            courseId(one.round, subject),
            addDays(one.round.decidedOn, 3),
            failed ? "FAILED" : "COMPLETED",
            one.round.training[subject][1],
            failed ? failureReason : null,
          ];
        }
      },
    },
  ];
}

function courseId(round: Round, subject: Subject): string {
  const index = courses.findIndex((one) => one.round === round && one.subject === subject);
  return syntheticId("course", index, 0);
}
