import { explorerPage } from "./explorer/explorer-page";
import { filesPage } from "./files/files-page";
import { figuresPage } from "./figures/figures-page";
import { referencePage } from "./reference/reference-page";
import type { Page } from "./site/page";

/** Every page besides the one that browsers arrive on, in the order of links to them. A new page is added here. */
export const pages: readonly Page[] = [explorerPage, figuresPage, filesPage, referencePage];
