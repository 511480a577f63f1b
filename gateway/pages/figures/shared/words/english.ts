/** An interval; without an upper bound all that is known is the lower. */
const interval = (lower: number, upper: number | null) =>
  upper === null ? `${lower} or more` : `${lower}–${upper}`;

const units: Readonly<Record<string, string>> = {
  persons: "persons",
  applications: "applications",
};

const countOf = (many: number, one: string, several: string) =>
  `${many} ${many === 1 ? one : several}`;

/** The words of the figures page in English. */
export const english = {
  interval,
  /** From one name to another. */
  interval2: (from: string, to: string) => `${from}–${to}`,
  /** One number, or from one to another. */
  interval1: (from: number, to: number) => (from === to ? String(from) : `${from}–${to}`),
  /** A fiscal year: by its name, which says the Western year. */
  year: (code: string, name: string | undefined) => name ?? `FY${code}`,
  named: (name: string, value: number) => `${name} ${value}`,
  betweenSentences: " ",
  /** The unit of a number, as the graph names it. */
  unit: (unit: string) => units[unit] ?? unit,
  /** After a title, what it is a title of. */
  atEndOf: (year: string) => `As of the end of ${year}`,
  asOf: (day: string) => `As of ${day}`,
  list: (items: readonly string[]) => items.join(", "),
  sentence: (text: string) => `${text}.`,
  labels: {
    all: "All",
    published: "Published",
    counted: "Counted from records",
    countedShort: "Counted",
    suppressed: "Suppressed: lies in this interval",
    revisions: "Publications differ",
    notCovered: "Not covered by records",
    unknown: "Published, value unknown",
    notPublished: "not published",
    agrees: "Agrees with the published number",
    differs: "Differs from the published number",
    notReleased: "not released",
    noNumber: "no number",
  },
  /** Beside a count in a drawing. */
  marks: { agrees: "✓", differs: "≠" },
  status: {
    SHOWN: "shown",
    SUPPRESSED: "suppressed",
    NOT_COVERED: "not covered by records",
    NOT_GIVEN: "no number",
  },
  agreement: {
    AGREES: "agrees",
    DIFFERS: "differs",
    NOT_COMPUTABLE: "cannot be counted from records",
    VALUE_UNKNOWN: "published value unknown",
    WITHHELD: "not released",
  },
  confidence: { HIGH: "high", MEDIUM: "medium", LOW: "low" },
  steps: {
    applications: "Applied",
    selected: "Selected",
    trained: "Completed training",
    added: "Added to the list",
  },
  kinds: {
    HEADS_MEETING: "Heads’ meeting",
    DG_MEETING: "Directors-general",
    CONFERENCE: "Conference",
    SYMPOSIUM: "Symposium",
    WORKSHOP: "Workshop",
    TRAINING: "Joint training",
  },
  states: { HELD: "held", PLANNED: "planned", CANCELLED: "cancelled" },
  formats: { IN_PERSON: "in person", ONLINE: "online" },
  roles: { MEMBER: "Member", OBSERVER: "Observer", PLUS_THREE: "Plus three" },
  cohort: (number: number) => `Cohort ${number}`,
  cohorts1To28: "Cohorts 1–28",
  fellows: "Fellows",
  columns: {
    fiscalYear: "Fiscal year",
    round: "Round (fiscal year)",
    cohort: "Cohort",
    code: "Code",
    region: "Region",
    organizationType: "Type of organization",
    step: "Step",
    agency: "Sending agency",
    group: "Group",
    published: "Published",
    revision: "Revision",
    confidence: "Confidence",
    counted: "Counted from records",
    lower: "At least",
    upper: "At most",
    status: "State of the count",
    agreement: "Agreement",
    difference: "Difference",
    unit: "Unit",
    source: "Source",
    locator: "Place in source",
    address: "Address of source",
    note: "Note",
    network: "Network",
    kind: "Kind",
    title: "Title",
    edition: "Edition",
    startsOn: "First day",
    endsOn: "Last day",
    state: "State",
    format: "Format",
    city: "City",
    countryCode: "Country code",
    country: "Country",
    hostAgency: "Host",
    role: "Role",
    agencyCode: "Agency code",
    memberAgency: "Agency",
    since: "Since",
    attested: "Attested from",
    until: "Until",
  },
  controls: {
    year: "Fiscal year",
    split: "Split by",
    network: "Network",
    day: "Day",
    splits: {
      none: "Total only",
      organization_type: "Type of organization",
      region: "Region",
    },
    allNetworks: "All networks",
  },
  summary: {
    total: (period: string, published: string, counted: string) =>
      `${period}: ${published} published, ${counted} counted from records.`,
    noSplit: "No split was published for this year.",
    largest: (names: readonly string[]) => `Largest: ${names.join(", ")}.`,
    suppressed: (many: number) =>
      `${countOf(many, "number is", "numbers are")} suppressed to protect small groups and shown as ${many === 1 ? "an interval" : "intervals"}.`,
    notCovered: (periods: string) => `Records do not cover ${periods}.`,
    agreement: (agreeing: number, compared: number) =>
      `${agreeing} of ${countOf(compared, "published number", "published numbers")} that can be compared ${agreeing === 1 ? "agrees" : "agree"} with records.`,
    events: (many: number, from: string, to: string) =>
      `${countOf(many, "event", "events")} from ${from} to ${to}.`,
    undated: (many: number) =>
      `${countOf(many, "event has", "events have")} no known date and ${many === 1 ? "is" : "are"} in the table only.`,
    members: (name: string, many: number) => `${name}: ${countOf(many, "country", "countries")}`,
    known: (all: number, published: number, counted: number) =>
      `Of ${all}, ${published} ${published === 1 ? "is" : "are"} published and ${counted} counted from records.`,
    notReleased: "Counts of these groups from records are not released.",
    unknownValues: (many: number) =>
      `${countOf(many, "value was", "values were")} published, but ${many === 1 ? "is" : "are"} not known.`,
  },
  page: {
    heading: "Figures",
    noScript: "The figures need JavaScript. The same numbers are in the graph, at /graphql.",
    loading: "Loading the figure …",
    failed: "The figure could not be loaded.",
    retry: "Try again",
    table: "Show as a table",
    downloads: "Download and reuse",
    csv: "CSV",
    excel: "Excel",
    svg: "SVG",
    png: "PNG",
    explorer: "Open in explorer",
    sources: "Sources",
    source: (title: string, publisher: string) => `${title} (${publisher})`,
    locator: (place: string) => `Place: ${place}`,
    noLink: "no address",
    method: "How it was counted",
    covers: (from: string, to: string) => `Records cover ${from} to ${to}.`,
    disclosure: (threshold: number) =>
      `Numbers about fewer than ${threshold} persons, and numbers from which they could be computed, are shown as intervals.`,
    release: (vintage: number, day: string) => `Release ${vintage} of ${day}.`,
    synthetic:
      "Published numbers are real. The records behind “counted” are made up for demonstration: true of no real person.",
    saveFailed: "The file could not be made.",
    excelFailed: "The Excel file could not be made.",
    figuresNavigation: "Figures",
    chart: "Chart",
    eventDay: "Day known",
    eventSpan: "Only month or year known",
    eventNotHeld: "Planned or cancelled",
    newWindow: "(opens in a new window)",
  },
};
