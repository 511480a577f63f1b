/** The codes of all training courses. */
export const courseCodes = { sql: "SELECT code FROM training_course ORDER BY code" };
