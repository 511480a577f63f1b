import type { PageLanguage } from "../../shared/page-language";
import type { Reference } from "../model/reference";

/** What a page of the reference is written for. */
export interface ReferenceView {
  readonly reference: Reference;
  readonly language: PageLanguage;
  /** Whether this gateway has the explorer. */
  readonly hasExplorer: boolean;
}
