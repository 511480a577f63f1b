import type { FactTable } from "../../kit/facts/write-facts";
import { mansfieldProgram } from "./mansfield-program";

/** The agencies that published figures name as senders, in the order of the figures; the table to write. */
export function sendingAgencies(figures: readonly FactTable[]): FactTable {
  const published = figures.find(({ table }) => table === "published_figure");
  const agencies = (published?.rows ?? []).flatMap(({ agency_code: code }) => code ?? []);
  return {
    table: "fellowship_program_sending_agency",
    key: ["program_code", "agency_code"],
    columns: { program_code: "text", agency_code: "text", position: "integer" },
    rows: [...new Set(agencies)].map((code, position) => ({
      program_code: mansfieldProgram,
      agency_code: code,
      position,
    })),
  };
}
