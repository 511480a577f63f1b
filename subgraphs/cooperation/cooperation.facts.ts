import { checkAgencies, checkSources } from "../catalog/facts/check-catalog";
import { isCountryCode } from "../catalog/country/country-list";
import { readFigures } from "../catalog/published-figure/published-figure.facts";
import { checkReferences } from "../kit/facts/checks";
import type { Problem } from "../kit/facts/problem";
import type { FactTable } from "../kit/facts/write-facts";
import { chairTable, readChairs } from "./chair/network-chair.facts";
import { eventTables, readEvents } from "./event/network-event.facts";
import { NetworkEventKind } from "./event/network-event-codes";
import { invitationTable, readInvitations } from "./invitation/invitation.facts";
import { membershipTable, readMembers } from "./membership/network-membership.facts";
import { networkTable, readNetworks } from "./network/network.facts";
import { courseTable, readCourses } from "./training-course/training-course.facts";

/** Reads and checks the published facts on cooperation; the tables to write, in order. */
export function readCooperationFacts(directory: string, problems: Problem[]): FactTable[] {
  const networks = readNetworks(directory, problems);
  const members = readMembers(directory, problems);
  const chairs = readChairs(directory, problems);
  const events = readEvents(directory, problems);
  const courses = readCourses(directory, problems);
  const invitations = readInvitations(directory, problems);
  for (const rows of [networks, members, chairs, events, courses, invitations])
    checkSources(rows, problems);
  checkAgencies(members, "member_agency", problems);
  checkAgencies(chairs, "agency", problems);
  checkAgencies(events, "host_agency", problems);
  const networkCodes = new Set(networks.map(({ code }) => code));
  checkReferences(members, "network", networkCodes, "a code of networks.csv", problems);
  checkReferences(chairs, "network", networkCodes, "a code of networks.csv", problems);
  checkReferences(events, "network", networkCodes, "a code of networks.csv", problems);
  const trainings = events.filter(({ kind }) => kind === NetworkEventKind.TRAINING);
  const figures = readFigures(
    directory,
    "cooperation",
    {
      course: new Set(courses.map(({ code }) => code)),
      country: { has: isCountryCode },
      edition: new Set(trainings.map(({ edition }) => String(edition))),
    },
    problems,
  );
  return [
    networkTable(networks),
    membershipTable(members, problems),
    chairTable(chairs),
    ...eventTables(events),
    courseTable(courses),
    invitationTable(invitations),
    ...figures,
  ];
}
