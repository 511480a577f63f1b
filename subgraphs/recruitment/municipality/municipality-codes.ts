/** The codes of all municipalities. */
export const municipalityCodes = { sql: "SELECT code FROM municipality ORDER BY code" };
