import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { catalog, readCatalog } from "./catalog";
import { allCountries, findCountry } from "./country/country-list";

const data = join(__dirname, "data");

/** Reads the catalog with one file changed; the message it is refused with. */
function refusal(file: string, change: (content: string) => string): string {
  const directory = mkdtempSync(join(tmpdir(), "catalog-"));
  try {
    cpSync(data, directory, { recursive: true });
    writeFileSync(join(directory, file), change(readFileSync(join(data, file), "utf8")));
    readCatalog(directory);
    return "nothing";
  } catch (error) {
    return (error as Error).message;
  } finally {
    rmSync(directory, { recursive: true });
  }
}

describe("the catalog", () => {
  it("has the 249 countries of ISO 3166-1, each with both names and three letters", () => {
    expect(allCountries).toHaveLength(249);
    expect(
      allCountries.every(({ nameEn, nameJa, alpha3 }) => nameEn && nameJa && alpha3.length === 3),
    ).toBe(true);
    expect(findCountry("XK")).toBeNull();
    expect(findCountry("JP")).toMatchObject({ alpha3: "JPN", nameEn: "Japan", nameJa: "日本" });
  });

  it("has 43 Japanese agencies, 31 of the United States and 15 personnel agencies of other countries", () => {
    const count = (wanted: (country: string) => boolean) =>
      [...catalog.agencies.values()].filter(({ country }) => wanted(country.code)).length;
    expect(count((code) => code === "JP")).toBe(43);
    expect(count((code) => code === "US")).toBe(31);
    expect(count((code) => code !== "JP" && code !== "US")).toBe(15);
  });

  it("has a source for every agency", () => {
    expect(
      [...catalog.agencies.values()].every(({ source }) => catalog.sources.has(source.id)),
    ).toBe(true);
    expect(catalog.sources.size).toBe(110);
  });

  it("links each renaming both ways", () => {
    const mop = catalog.agencies.get("CN-MOP");
    expect(mop?.successors.map(({ code }) => code)).toEqual(["CN-MOHRSS", "CN-SACS"]);
    expect(catalog.agencies.get("CN-NCSA")?.predecessor?.code).toBe("CN-SACS");
  });

  it("is refused with every problem and its place", () => {
    const message = refusal("agencies.csv", (content) =>
      content
        .replace("CN-MOP,CN,", "CN-MOP,CX1,")
        .replace("KR-CSC,KR,,Civil Service Commission,中央人事委員会", "KR-CSC,JP,,,")
        .replace(",KR-MOSPA,kowiki-mpm,", ",KR-NONE,nowhere,"),
    );
    expect(message).toContain(
      'country: received "CX1", expected an ISO 3166-1 alpha-2 country code',
    );
    expect(message).toContain('code: received "KR-CSC", expected a code that begins with JP-');
    for (const column of ["name_en", "name_ja"]) {
      expect(message).toContain(`${column}: received "", expected a name in this language too`);
    }
    expect(message).toContain('source_id: received "nowhere", expected an id of sources.csv');
    expect(message).toContain('predecessor: received "KR-NONE", expected a code of this file');
    expect(message).toMatch(/^agencies\.csv:\d+: /);
  });
});
