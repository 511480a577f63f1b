import type { DemoRecords } from "../../kit/demo/demo-records";
import { applicationTables } from "./application-tables";
import { makeBaseSet } from "./applications";
import { committeeTables } from "./committee-tables";
import { personnelTables } from "./personnel-tables";
import { trainingTables } from "./training-tables";
import { recruitmentMeasures } from "../statistics/recruitment.measures";

const base = makeBaseSet();

/**
 * Synthetic applicants of the three published solicitations. Counted, they give all published figures: 52 and 18
 * applications of FY2023 and FY2024, 24 and 14 selected, 13, 24 and 14 added to the list, 37 on it on 2024-05-31, and
 * those in several categories. Nobody leaves the list before October 2025. The applications of FY2022, whose number is
 * not published, the municipalities' requests and the engagements are made up.
 *
 * Copies share the committee, the courses and the municipalities' requests.
 */
export const recruitmentDemo: DemoRecords = {
  counted: "applications",
  inOneCopy: base.applications.length,
  measures: recruitmentMeasures,
  tables: (copies) => [
    ...applicationTables(base, copies),
    ...committeeTables(base.applications, copies),
    ...trainingTables(base.applications, copies),
    ...personnelTables(base.applications, copies),
  ],
};
