/** The codes of all organizations, for callers who see them. */
export const organizationCodes = { sql: "SELECT code FROM organization ORDER BY code" };
