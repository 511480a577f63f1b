/** The id of a cohort. It does not depend on the order of loading, so it stays. */
export function cohortId(programCode: string, number: number): string {
  return `${programCode}-${number}`;
}
