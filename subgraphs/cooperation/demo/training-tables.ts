import { everyCopy, syntheticId } from "../../kit/demo/copies";
import { addDays } from "../../kit/demo/days";
import type { DemoTable } from "../../kit/demo/demo-records";
import { editions } from "./training";

const participations = editions.flatMap(({ participants }, edition) =>
  participants.map(([country, persons]) => ({ edition, country, persons })),
);

/** How many participations one copy has. */
export const participationsInOneCopy = participations.length;

/** Editions of the courses and who took part. The editions of each copy are numbered on. */
export function trainingTables(copies: number): DemoTable[] {
  return [
    {
      table: "training_edition",
      columns: [
        ...["id", "synthetic", "course_code", "fiscal_year", "edition", "starts_on", "ends_on"],
        ...["place", "closed_on"],
      ],
      *rows() {
        for (const { base: entry, copy } of everyCopy(editions.entries(), copies)) {
          const [index, { course, fiscalYear, edition, startsOn, endsOn }] = entry;
          yield [
            syntheticId("training-edition", index, copy),
            true,
            course,
            fiscalYear,
            edition + copy * editions.length,
            startsOn,
            endsOn,
            "Tokyo",
            addDays(endsOn, 14),
          ];
        }
      },
    },
    {
      table: "training_participation",
      columns: ["id", "synthetic", "edition_id", "country_code", "persons"],
      *rows() {
        for (const { base: entry, copy } of everyCopy(participations.entries(), copies)) {
          const [index, { edition, country, persons }] = entry;
          const id = syntheticId("training-participation", index, copy);
          yield [id, true, syntheticId("training-edition", edition, copy), country, persons];
        }
      },
    },
  ];
}
