import type { PageLanguage } from "../../../shared/page-language";
import type { StatisticsAbout } from "../../shared/graph/answers";
import type { Operation } from "../../shared/graph/operation";
import type { Label } from "../../shared/model/label";
import type { LegendEntry } from "../../shared/charts/legend-entry";
import type { Origin } from "../../shared/model/observation";
import type { Asked } from "../../shared/state/explorer-link";
import type { Table } from "../../shared/table/table";
import type { Words } from "../../shared/words/words";

/** Asks the graph. Rejects with an Error that says what the graph answered. */
export type Ask = <Answer>(
  operation: Operation<Answer>,
  variables: Readonly<Record<string, unknown>>,
) => Promise<Answer>;

/** What a figure is made with. */
export interface FigureContext {
  readonly ask: Ask;
  readonly words: Words;
  readonly language: PageLanguage;
  /** What the address says of the figure's options. */
  readonly chosen: Readonly<Record<string, string>>;
}

/** An option of a figure. */
export type Control = {
  /** Its name in the address. */
  readonly name: string;
  readonly label: string;
  readonly value: string;
} & (
  | { readonly kind: "select"; readonly choices: readonly Label[] }
  | { readonly kind: "day"; readonly latest: string }
);

/** A figure that can be shown: what of it is drawn, said, listed and taken away. */
export interface PreparedFigure {
  readonly controls: readonly Control[];
  /** What it was asked with, so that anybody can ask the same. */
  readonly request: Asked;
  /** After the title: of which year or day it is. */
  readonly subtitle: string;
  readonly summary: string;
  readonly table: Table;
  readonly legend: readonly LegendEntry[];
  readonly sources: readonly Origin[];
  readonly about?: StatisticsAbout;
  /** True where counts from records are shown. */
  readonly counts: boolean;
  /** Draws it so wide, in CSS pixels. Loads what it draws with. */
  draw(width: number): Promise<SVGSVGElement>;
}

/** Asks what a figure needs and prepares it. */
export type Figure = (context: FigureContext) => Promise<PreparedFigure>;
