import { matching, optional, partialDate, text } from "../../kit/facts/cell";
import { checkUnique } from "../../kit/facts/checks";
import { readFactFile } from "../../kit/facts/fact-file";
import type { Problem } from "../../kit/facts/problem";
import { checkTexts } from "../text/check-texts";
import { Source } from "./source";

const sourcesFile = {
  name: "sources.csv",
  columns: {
    id: matching(/^[a-z0-9-]+$/, "an id in lower case such as seed-mic"),
    title: text,
    publisher: text,
    published_on: optional(partialDate),
    url: optional(matching(/^https?:\/\/\S+$/, "a web address")),
    language: optional(matching(/^[a-z]{2}$/, "an ISO 639-1 language code")),
    note: optional(text),
  },
};

/** Reads the sources, by id and in order of it. */
export function readSources(directory: string, problems: Problem[]): ReadonlyMap<string, Source> {
  const rows = readFactFile(directory, sourcesFile, problems);
  checkUnique(rows, ["id"], problems);
  checkTexts(rows, ["publisher", "note"], problems);
  const sources = rows
    .map(({ id, title, publisher, published_on, url, language, note }) =>
      Object.assign(new Source(), {
        id,
        title,
        publisher,
        publishedOn: published_on,
        url,
        language,
        note,
      }),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return new Map(sources.map((source) => [source.id, source]));
}
