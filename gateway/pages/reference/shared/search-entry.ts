/** Something of the schema that can be found: its coordinate, and the first sentence of what is said of it. */
export type SearchEntry = readonly [coordinate: string, about: string];
