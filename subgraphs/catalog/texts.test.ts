import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatProblem, type Problem } from "../kit/facts/problem";
import { Language } from "../kit/language";
import { catalog } from "./catalog";
import { unitIn, unitNames } from "./text/unit-names";
import { units } from "./published-figure/figure-codes";
import { readTexts } from "./text/text.facts";
import { isTextOurs, textIn } from "./text/text-in";
import { texts } from "./text/texts";

/** What is read of a file with one row, and what is wrong with it. */
function reading(row: string) {
  const directory = mkdtempSync(join(tmpdir(), "texts-"));
  try {
    const header = "text,language,en,ja,ours,source_id,missing";
    writeFileSync(join(directory, "texts.csv"), `${header}\n${row}\n`);
    const problems: Problem[] = [];
    const read = readTexts(directory, problems);
    return { read, problems: problems.map(formatProblem) };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** All files of data and code that texts can stand in. */
function contents(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return contents(path);
    const isOwn = entry.name === "texts.csv" || entry.name.includes(".test.");
    return /\.(csv|ts)$/.test(entry.name) && !isOwn ? [readFileSync(path, "utf8")] : [];
  });
}

describe("the texts of the data", () => {
  it("stand each somewhere in data or code, as they are, and name sources of the catalog", () => {
    const all = contents(join(__dirname, "..")).join("\n");
    const stands = (text: string) => all.includes(text) || all.includes(text.replaceAll('"', '""'));
    const ends = " are not on record here.";
    const stray = [...texts.keys()].filter((text) => !stands(text) && !text.endsWith(ends));
    expect(stray).toEqual([]);
    const unknown = [...texts.values()].filter(
      ({ sourceId }) => sourceId !== null && !catalog.sources.has(sourceId),
    );
    expect(unknown).toEqual([]);
  });

  it.each([
    ["Seoul,en,,ソウル,ja,,", []],
    ["公務員の人事評価,ja,Evaluation,,en,,", []],
    ["한국경제,ko,Economy,経済,en;ja,,", []],
    ["iKot.ph,en,,iKot.ph,,,", []],
    ["Theme,en,,公務管理に関する法制度,,hakusho-r5-2,", []],
    ["Unknown,en,,,,,ja", []],
    [
      "Unknown,en,,,,,",
      ['ja: received "", expected the text in this language, or missing to name it'],
    ],
    ["Seoul,en,,ソウル,,,", ["ours: received [], expected ja, or source_id to say whose it is"]],
    ["Seoul,en,Seoul,ソウル,ja,,", ['en: received "Seoul", expected nothing']],
    [
      "Seoul,en,,ソウル,ja,,ja",
      ['ja: received "ソウル", expected nothing, since it is missing', "ours: received"],
    ],
    ["Seoul,en,,,ja,,ja", ["ours: received"]],
    ["Seoul,fr,,ソウル,ja,,", ['language: received "fr", expected one of en, ja, ko']],
  ])("are read of %s with the problems %j", (row, expected) => {
    const { problems } = reading(row);
    expect(problems.filter((one) => !expected.some((part) => one.includes(part)))).toEqual([]);
    for (const part of expected) expect(problems.join("\n")).toContain(part);
  });

  it("are given as they stand where they are missing in a language, or not known", () => {
    const { read } = reading("Unknown,en,,,,,ja");
    expect(read.get("Unknown")?.in.get(Language.JA)).toBeUndefined();
    expect(textIn(Language.JA, "not among the texts")).toBe("not among the texts");
    expect(isTextOurs(Language.JA, "not among the texts")).toBe(false);
    expect(textIn(Language.JA, "Seoul")).toBe("ソウル");
    expect([isTextOurs(Language.JA, "Seoul"), isTextOurs(Language.EN, "Seoul")]).toEqual([
      true,
      false,
    ]);
  });

  it("name each unit of figures in both languages", () => {
    expect(units.filter((unit) => !(unit in unitNames))).toEqual([]);
    expect(unitIn(Language.JA, "persons")).toBe("人");
    expect(unitIn(Language.EN, "things")).toBe("things");
  });
});
