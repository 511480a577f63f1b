/** The codes of all programs. */
export const programCodes = { sql: "SELECT code FROM fellowship_program ORDER BY code" };
