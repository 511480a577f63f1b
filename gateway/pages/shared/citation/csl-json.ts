import type { Citation } from "./citation";
import { citationTitle } from "./citation-title";
import { isWhole, type KeptAt } from "./kept-at";
import { releasesIn } from "./releases-in";

/** A kept answer as the one item of a list in CSL-JSON (Citation Style Language 1.0.2), with a line end. */
export function cslJsonOf(citation: Citation, { id, address }: KeptAt): string {
  const day = { "date-parts": [citation.day.split("-").map(Number)] };
  const releases = releasesIn(citation).map(({ area, vintage }) => `${area} ${vintage}`);
  const item = {
    id: `personnel-graph-${id.slice(0, 12)}`,
    type: "dataset",
    title: citationTitle(citation),
    author: [{ literal: "personnel-graph" }],
    issued: day,
    accessed: day,
    ...(releases.length > 0 && { version: releases.join(", ") }),
    ...(citation.dataset !== undefined && { genre: citation.dataset }),
    note: `Known at ${citation.knownAt}; schema ${citation.schemaVersion.slice(0, 12)}`,
    ...(isWhole(address) && { URL: address }),
  };
  return `${JSON.stringify([item], null, 2)}\n`;
}
