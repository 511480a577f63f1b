import type { Citation } from "./citation";
import { citationTitle } from "./citation-title";
import { cslDate, type CslItem } from "./csl-json";
import { isWhole, type KeptAt } from "./kept-at";
import { releasesIn } from "./releases-in";

/** A kept answer as an item of a list of references. Its id is the beginning of the answer's. */
export function citedAnswer(citation: Citation, { id, address }: KeptAt): CslItem {
  const { ofDay, day, knownAt, dataset, schemaVersion } = citation;
  const releases = releasesIn(citation).map(
    ({ area, vintage, releasedOn }) => `${area} release ${vintage} of ${releasedOn}`,
  );
  const notes = [
    ...(ofDay === undefined ? [] : [`As of ${ofDay}`]),
    `known at ${knownAt}`,
    `schema ${schemaVersion.slice(0, 12)}`,
  ];
  return {
    id: `personnel-graph-${id.slice(0, 12)}`,
    type: "dataset",
    title: citationTitle(citation),
    author: [{ literal: "personnel-graph" }],
    issued: cslDate(day),
    accessed: cslDate(day),
    ...(releases.length > 0 && { version: releases.join(", ") }),
    ...(dataset !== undefined && { genre: `${dataset} records` }),
    // A path alone is no address.
    ...(isWhole(address) && { URL: address }),
    note: notes.join("; "),
    language: citation.language,
  };
}
