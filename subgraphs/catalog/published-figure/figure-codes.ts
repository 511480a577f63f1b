import { registerEnumType } from "type-graphql";
import { enumFilter } from "../../kit/filter/filter-inputs";

/** The time that a figure is about. */
export enum FigureKind {
  STOCK = "STOCK",
  FLOW = "FLOW",
  CUMULATIVE = "CUMULATIVE",
}

registerEnumType(FigureKind, {
  name: "FigureKind",
  description: "What kind of time a figure is about.",
  valuesConfig: {
    STOCK: { description: "How many there are on a day." },
    FLOW: { description: "How many in a period." },
    CUMULATIVE: { description: "How many from the start up to a day or edition." },
  },
});

/** How reliable a figure is. */
export enum Confidence {
  HIGH = "HIGH",
  MEDIUM = "MEDIUM",
  LOW = "LOW",
}

registerEnumType(Confidence, {
  name: "Confidence",
  description: "How far a figure can be trusted.",
  valuesConfig: {
    HIGH: { description: "The source states it explicitly, or names each of those counted." },
    MEDIUM: {
      description:
        "Derived from what the source states, inferred in part, from a secondary report, or in conflict with another.",
    },
    LOW: { description: "The source says about or at least, or its label could not be read." },
  },
});

/** What a figure counts. */
export const units = ["persons", "cases", "agencies", "countries", "courses", "projects"] as const;

/** Filter on {@link FigureKind}. */
export const FigureKindFilter = enumFilter(FigureKind, "FigureKindFilter");

/** Filter on {@link Confidence}. */
export const ConfidenceFilter = enumFilter(Confidence, "ConfidenceFilter");
