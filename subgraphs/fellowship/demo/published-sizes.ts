/** Fellows of cohorts 1 to 28 by the agency that sent them, as published: 208 in all. */
export const fellowsBySender: Readonly<Record<string, number>> = {
  "US-USDA": 3,
  "US-DOC": 15,
  "US-DOD": 52,
  "US-ED": 5,
  "US-DOE": 6,
  "US-FDA": 14,
  "US-NIH": 1,
  "US-FEMA": 3,
  "US-DOJ": 5,
  "US-FBI": 10,
  "US-HUD": 1,
  "US-DOL": 1,
  "US-DOS": 12,
  "US-DOT": 10,
  "US-FAA": 9,
  "US-DHS": 2,
  "US-TREASURY": 11,
  "US-DOI": 2,
  "US-EPA": 10,
  "US-EXIM": 2,
  "US-FCC": 3,
  "US-FDIC": 1,
  "US-FERC": 1,
  "US-GSA": 2,
  "US-FRB": 1,
  "US-USAID": 4,
  "US-NASA": 4,
  "US-NRC": 5,
  "US-SEC": 2,
  "US-SBA": 1,
  "US-CONGRESS": 10,
};

/**
 * Fellows by cohort, from the first. Published are cohorts 12, 21 to 24 and 26, and that the first 12 had 80 fellows,
 * the first 21 had 140 and all 28 had 208; the other sizes are made up so that these sums hold.
 */
export const fellowsByCohort: readonly number[] = [
  ...[7, 7, 7, 7, 7, 7, 7, 7, 7, 6, 6, 5],
  ...[6, 6, 6, 6, 6, 6, 7, 7, 10],
  ...[10, 9, 10, 10, 10, 10, 9],
];
