/** The day on which the generated dispatches are asked about: about one in thirteen goes on then. */
export const busyDay = "2014-03-31";

/**
 * Takes away the constraints that cost most to check. What is generated keeps them; lists need the other indexes only.
 */
export const withoutChecks = `
ALTER TABLE dispatch
  DROP CONSTRAINT dispatch_overlap,
  DROP CONSTRAINT dispatch_one_place,
  DROP CONSTRAINT dispatch_from_home_agency`;

/**
 * SQL that fills a database with dispatches, four to an official, from 1985 to today: begun and ended, a few renewed
 * beyond their plan or planned for later. One country, agency and organization has a fifth of them all.
 */
export function fillWithDispatches(officials: number): string {
  const oneOf = (codes: readonly string[], seed: string) =>
    `(ARRAY[${codes.map((code) => `'${code}'`).join(", ")}])[1 + (${seed}) % ${codes.length}]`;
  const countries = ["FR", "CH", "US", "KE", "TH", "BE", "AT", "GB", "IT", "ID", "VN", "BR"];
  const agencies = ["JP-MOFA", "JP-METI", "JP-MOF", "JP-MAFF", "JP-MLIT", "JP-MHLW", "JP-NPA"];
  const regions = ["ASIA", "EUROPE", "NORTH_AMERICA", "AFRICA", "LATIN_AMERICA", "MIDDLE_EAST"];
  const agency = `CASE WHEN o % 5 = 0 THEN 'JP-MOFA' ELSE ${oneOf(agencies, "o / 5")} END`;
  const organization = `CASE WHEN (o + k) % 5 = 0 THEN 0 ELSE 1 + (o * 4 + k) % 299 END`;
  return `
INSERT INTO organization (code, name_en, type_code, region_code, country_code)
SELECT 'ORG-' || n, 'Organization ' || n,
  CASE WHEN n % 5 = 4 THEN 'UNITED_NATIONS' ELSE 'OTHER_INTERNATIONAL_ORGANIZATION' END,
  ${oneOf(regions, "n")}, ${oneOf(countries, "n")}
FROM generate_series(0, 299) n;
INSERT INTO official (id, personnel_number, name)
SELECT 'o' || o, 'P-' || o, 'Official ' || o FROM generate_series(1, ${officials}) o;
INSERT INTO official_home_agency (official_id, agency_code, from_date)
SELECT 'o' || o, ${agency}, '1980-04-01' FROM generate_series(1, ${officials}) o;
INSERT INTO dispatch (official_id, organization_code, organization_type_code, region_code,
  legal_basis_code, country_code, home_agency_code, post, planned_from, planned_to, consent_on, started_on, returned_on)
SELECT 'o' || o, code, type_code, region_code, 'ART2_1_1',
  CASE WHEN (o + k) % 5 = 1 THEN 'FR' ELSE ${oneOf(countries, "o * 7 + k")} END,
  ${agency}, 'Adviser', first, last, first - 60,
  CASE WHEN first <= '2025-04-01' THEN first END, CASE WHEN last <= '2025-04-01' THEN last END
FROM generate_series(1, ${officials}) o CROSS JOIN generate_series(0, 3) k
CROSS JOIN LATERAL (SELECT date '1985-04-01' + k * 3650 + (o * 7919) % 3000 AS first) f
CROSS JOIN LATERAL (SELECT first + 400 + (hashint4(o * 4 + k) & 2147483647) % 1400 AS last) l
JOIN organization ON code = 'ORG-' || (${organization});
ANALYZE`;
}
