/** A number counted from records. */
export const cellFields = `fragment CellFields on StatisticCell {
  value
  lower
  upper
  suppressed
  reason
}`;

/** A published figure, with where it stands and whether records agree; needs {@link cellFields}. */
export const figureFields = `fragment FigureFields on PublishedFigure {
  id
  measure
  value
  unit
  revision
  confidence
  fiscalYear {
    year
    name(language: $language)
  }
  dimension
  dimensionValue
  dimensionLabel
  agreement
  difference
  computed {
    ...CellFields
  }
  locator
  note
  source {
    id
    title
    publisher
    publishedOn
    url
  }
}`;

/** What an answer of statistics says beside its numbers. */
export const aboutStatistics = `unit
    definition
    covers {
      from
      to
    }
    disclosure {
      applied
      threshold
      width
      withheld
    }
    release {
      vintage
      releasedAt
    }`;
