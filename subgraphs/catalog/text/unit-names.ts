import { type Bilingual, type Language, nameIn } from "../../kit/language";

/** What numbers count, by its code in `unit`. */
export const unitNames: Readonly<Record<string, Bilingual>> = {
  agencies: { nameEn: "agencies", nameJa: "機関" },
  applications: { nameEn: "applications", nameJa: "件(応募)" },
  cases: { nameEn: "cases", nameJa: "件" },
  countries: { nameEn: "countries", nameJa: "か国" },
  courses: { nameEn: "courses", nameJa: "コース" },
  dispatches: { nameEn: "dispatches", nameJa: "件(派遣)" },
  engagements: { nameEn: "engagements", nameJa: "件(任用)" },
  events: { nameEn: "events", nameJa: "件(行事)" },
  participations: { nameEn: "participations", nameJa: "件(参加)" },
  persons: { nameEn: "persons", nameJa: "人" },
  placements: { nameEn: "placements", nameJa: "件(配属)" },
  projects: { nameEn: "projects", nameJa: "件(事業)" },
  registrations: { nameEn: "registrations", nameJa: "件(登録)" },
};

/** The name of a unit in a language; its code where it has none. */
export function unitIn(language: Language, unit: string): string {
  const name = unitNames[unit];
  return name ? nameIn(language, name) : unit;
}
