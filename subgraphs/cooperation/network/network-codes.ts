/** The codes of all networks. */
export const networkCodes = { sql: "SELECT code FROM network ORDER BY code" };
