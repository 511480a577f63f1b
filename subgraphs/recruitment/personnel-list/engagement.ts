import { DatedRecord } from "../../kit/record/dated-record";
import { day, record, reference, text, whole } from "../../kit/record/fields";
import { Applicant } from "../applicant/applicant";
import { Municipality, municipalityCodes } from "../municipality/municipality";
import { Registration } from "./registration";

/** A registered person's work for a municipality in one role. */
@record("engagement", "A registered person's work for a municipality in one role.")
export class Engagement extends DatedRecord {
  @reference(() => Registration, "The person's place on the list that led to it.")
  registrationId: string;

  @reference(() => Applicant, "The person.")
  applicantId: string;

  @reference(() => Municipality, "Whom the person works for.", {
    filter: "By code of the municipality.",
    codes: municipalityCodes,
  })
  municipalityCode: string;

  @text("The role, in the municipality's words, as CIO補佐官.", {
    filter: "By role.",
    written: "free",
  })
  role: string;

  @whole("Days of work agreed, a month; 1–31.", { filter: "By days of work a month." })
  daysPerMonth: number;

  @day(
    "The first day after the term agreed at the start; null where none was agreed. `to` is earlier where it ended earlier.",
    { column: "agreed_to_date", nullable: true },
  )
  agreedTo: string | null;

  @text("Why it was ended before its time; null where it was not.", { nullable: true })
  endReason: string | null;

  @day(
    "The day it was cancelled, before its first day; null where it was not. It then holds on no day.",
    {
      nullable: true,
      filter: "By the day they were cancelled; isNull: true leaves cancelled ones out.",
    },
  )
  cancelledOn: string | null;

  @text("Why it was cancelled; null where it was not.", { nullable: true })
  cancellationReason: string | null;
}
