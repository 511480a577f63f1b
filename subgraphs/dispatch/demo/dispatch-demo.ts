import { everyCopy, syntheticId } from "../../kit/demo/copies";
import type { DemoRecords, DemoTable } from "../../kit/demo/demo-records";
import { addDays } from "../../kit/demo/days";
import { japaneseNames } from "../../kit/demo/japanese-names";
import { type BaseSet, makeBaseSet } from "./dispatches";
import { organizations } from "./organizations";
import { filledUpOn } from "./timeline";
import { dispatchMeasures } from "../statistics/dispatch.measures";

const base = makeBaseSet();

/**
 * Synthetic officials and dispatches since FY2010. Counted, they give the published stocks of FY2013 (399, revision 1),
 * FY2014, FY2018 and FY2023 with their splits by kind and region, the departures of FY2013, FY2014 and FY2023 with
 * their splits, and the returns of FY2023. Nothing else that is published is matched: not the returns of FY2014, which
 * contradict its stocks, nor years before FY2013, consultations or the one official of an administrative execution agency.
 *
 * Copies share the organizations.
 */
export const dispatchDemo: DemoRecords = {
  counted: "dispatches",
  inOneCopy: base.dispatches.length,
  measures: dispatchMeasures,
  complete: { dispatch: filledUpOn },
  tables: (copies) => [
    organizationTable,
    officialTable(base, copies),
    homeAgencyTable(base, copies),
    dispatchTable(base, copies),
    extensionTable(base, copies),
  ],
};

const organizationTable: DemoTable = {
  table: "organization",
  columns: [
    ...["id", "synthetic", "code", "name_en", "name_ja", "type_code", "region_code"],
    "country_code",
  ],
  *rows() {
    for (const [
      index,
      { code, nameEn, nameJa, type, region, country },
    ] of organizations.entries()) {
      const id = syntheticId("organization", index, 0);
      yield [id, true, code, nameEn, nameJa, type, region, country];
    }
  },
};

function officialTable({ officials }: BaseSet, copies: number): DemoTable {
  return {
    table: "official",
    columns: ["id", "synthetic", "personnel_number", "name", "name_kana"],
    *rows() {
      const nextName = japaneseNames(117);
      for (const { base: index, copy } of everyCopy(officials.keys(), copies)) {
        const { name, kana } = nextName();
        const id = syntheticId("official", index, copy);
        yield [id, true, `SYN-${index + 1}-${copy}`, name, kana];
      }
    },
  };
}

function homeAgencyTable({ officials }: BaseSet, copies: number): DemoTable {
  return {
    table: "official_home_agency",
    columns: ["official_id", "agency_code", "from_date", "to_date"],
    *rows() {
      for (const { base: entry, copy } of everyCopy(officials.entries(), copies)) {
        const [index, { belongings }] = entry;
        for (const { agency, from, to } of belongings) {
          yield [syntheticId("official", index, copy), agency, from, to];
        }
      }
    },
  };
}

function dispatchTable({ dispatches }: BaseSet, copies: number): DemoTable {
  return {
    table: "dispatch",
    columns: [
      ...["id", "synthetic", "official_id", "organization_code", "organization_type_code"],
      ...["region_code", "legal_basis_code", "country_code", "home_agency_code", "post"],
      ...["planned_from", "planned_to", "pay_ratio", "consent_on", "npa_consulted_on"],
      ...["started_on", "returned_on", "cancelled_on", "cancellation_reason"],
    ],
    *rows() {
      for (const { base: entry, copy } of everyCopy(dispatches.entries(), copies)) {
        const [index, one] = entry;
        const { organization } = one;
        yield [
          syntheticId("dispatch", index, copy),
          true,
          syntheticId("official", one.official, copy),
          organization.code,
          organization.type,
          organization.region,
          one.legalBasis,
          organization.country,
          one.agency,
          one.post,
          one.plannedFrom,
          one.plannedTo,
          one.payRatio,
          one.consentOn,
          one.npaConsultedOn,
          one.startedOn,
          one.returnedOn,
          one.cancelledOn,
          one.cancelledOn && "The post was filled otherwise.",
        ];
      }
    },
  };
}

function extensionTable({ dispatches }: BaseSet, copies: number): DemoTable {
  const extended = [...dispatches.entries()].filter(
    ([, { firstPlannedTo, plannedTo }]) => firstPlannedTo < plannedTo,
  );
  return {
    table: "dispatch_extension",
    columns: ["dispatch_id", "previous_to", "new_to", "consent_on", "npa_consulted_on"],
    *rows() {
      for (const { base: entry, copy } of everyCopy(extended, copies)) {
        const [index, { firstPlannedTo, plannedTo, npaConsultedOn }] = entry;
        const id = syntheticId("dispatch", index, copy);
        yield [id, firstPlannedTo, plannedTo, addDays(firstPlannedTo, -30), npaConsultedOn];
      }
    },
  };
}
