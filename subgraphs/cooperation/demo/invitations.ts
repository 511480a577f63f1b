import { syntheticId } from "../../kit/demo/copies";
import { addDays } from "../../kit/demo/days";
import type { DemoTable } from "../../kit/demo/demo-records";
import { cycled } from "../../kit/demo/random";

const countries = ["DE", "GB", "FR", "US", "CA", "AU"];
const states = ["VISITED", "VISITED", "DECLINED"] as const;

/** Invitations of FY2022 to FY2025, years without a published number. All copies share them. */
export const invitationTable: DemoTable = {
  table: "invitation",
  columns: [
    ...["id", "synthetic", "program", "fiscal_year", "country_code", "persons", "state"],
    ...["purpose", "invited_on", "answered_on", "decline_reason"],
    ...["visit_starts_on", "visit_ends_on"],
  ],
  *rows() {
    for (let index = 0; index < 16; index++) {
      const fiscalYear = 2022 + Math.floor(index / 4);
      const invitedOn = addDays(`${fiscalYear}-05-09`, (index % 4) * 7);
      const state = index === 15 ? "INVITED" : index === 14 ? "ACCEPTED" : cycled(states, index);
      const visitsOn = addDays(invitedOn, 150);
      yield [
        syntheticId("invitation", index, 0),
        true,
        index % 4 === 3 ? "ASIAN_EXPERTS" : "SENIOR_OFFICIALS",
        fiscalYear,
        index % 4 === 3 ? cycled(["TH", "PH", "ID", "VN"], fiscalYear) : cycled(countries, index),
        1 + (index % 2),
        state,
        "Exchange on recent practice of personnel administration (synthetic)",
        invitedOn,
        state === "INVITED" ? null : addDays(invitedOn, 30),
        state === "DECLINED" ? "The dates did not suit." : null,
        state === "VISITED" ? visitsOn : null,
        state === "VISITED" ? addDays(visitsOn, 4) : null,
      ];
    }
  },
};
