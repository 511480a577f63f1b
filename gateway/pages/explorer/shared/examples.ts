import type { PageText } from "../../shared/page-language";

/** For whom an example is. */
export type Audience = "analyst" | "officer" | "developer";

/** A question that runs as it stands on the records of the local stack. */
export interface Example {
  readonly id: string;
  readonly audience: Audience;
  readonly title: PageText;
  /** The role that may ask it, as `npm run token -- <role>` takes it. */
  readonly role: string;
  /** What it is asked for, where it is about persons. */
  readonly purpose?: PageText;
  /** The day it is about, where it is not today. */
  readonly asOf?: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** All examples, those of an audience together, the simplest first. */
export const examples: readonly Example[] = [
  {
    id: "applied-and-abroad",
    audience: "analyst",
    title: {
      en: "How many applied for DX work, how many were abroad (fiscal 2023)",
      ja: "DX人材への応募者数と海外派遣者数（2023年度）",
    },
    role: "public",
    query: `query AppliedAndAbroad($year: Int!) {
  fiscalYear(year: $year) {
    name
    applied: recruitmentFigures(filter: { measure: { eq: "applications" } }) {
      nodes { value source { title url } }
    }
    abroad: dispatchFigures(filter: { measure: { eq: "dispatch_stock" }, dimension: { eq: "none" } }) {
      nodes { value confidence source { title url } }
    }
  }
}
`,
    variables: { year: 2023 },
  },
  {
    id: "abroad-by-region",
    audience: "analyst",
    title: {
      en: "Officials abroad by region, over three years (a table)",
      ja: "地域別の海外派遣者数、3年分（表）",
    },
    role: "public",
    query: `# Counted from records. A small group has an interval instead of a value.
query AbroadByRegion($years: [Int!]!) {
  dispatchStatistics(measure: ON_DISPATCH, fiscalYears: $years, groupBy: [REGION]) {
    rows {
      fiscalYear { year }
      region { code name }
      count { value lower upper }
    }
  }
}
`,
    variables: { years: [2013, 2014, 2015] },
  },
  {
    id: "published-over-the-years",
    audience: "analyst",
    title: {
      en: "What was published on officials abroad, with sources",
      ja: "海外派遣者数の公表値と出典",
    },
    role: "public",
    query: `query PublishedOverTheYears {
  dispatchFigures(
    filter: { measure: { eq: "dispatch_stock" }, dimension: { eq: "none" } }
    first: 100
  ) {
    nodes {
      fiscalYear { year }
      value
      revision
      confidence
      source { title url }
    }
  }
}
`,
  },
  {
    id: "network-on-a-day",
    audience: "analyst",
    title: {
      en: "Who belonged to the China-Japan-Korea network on 1 June 2013",
      ja: "2013年6月1日の日中韓人事行政ネットワークの参加機関",
    },
    role: "public",
    asOf: "2013-06-01",
    query: `# The day is in the header Graph-As-Of: see "Day" above.
query NetworkOnADay {
  network(code: "CJK_PPN") {
    name
    members {
      country { code name }
      agency { name }
    }
  }
}
`,
  },
  {
    id: "records-against-published",
    audience: "analyst",
    title: {
      en: "Where records and published figures differ (by agreement)",
      ja: "記録と公表値が異なるもの（分析者）",
    },
    role: "analyst",
    purpose: { en: "Compare records with published figures", ja: "記録と公表値の照合" },
    query: `query RecordsAgainstPublished {
  dispatchDiscrepancies {
    nodes {
      id
      fiscalYear { year }
      value
      computed { value lower upper }
      difference
    }
  }
}
`,
  },
  {
    id: "who-is-abroad",
    audience: "officer",
    title: {
      en: "Who is on dispatch on a day (dispatch office)",
      ja: "ある日に派遣中の職員（派遣担当）",
    },
    role: "dispatch-officer",
    purpose: { en: "Check who is on dispatch", ja: "派遣中の職員の確認" },
    asOf: "2014-03-31",
    query: `query WhoIsAbroad($first: Int!, $after: String) {
  dispatches(first: $first, after: $after) {
    totalCount
    nodes {
      official { personnelNumber homeAgency { name } }
      organization { name country { name } }
      post
      startedOn
      plannedTo
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
    variables: { first: 20 },
  },
  {
    id: "applications-received",
    audience: "officer",
    title: {
      en: "Applications and where they stand (recruitment office)",
      ja: "応募とその段階（採用担当）",
    },
    role: "recruitment-officer",
    purpose: { en: "Go through applications", ja: "応募状況の確認" },
    query: `query ApplicationsReceived {
  applications(first: 20) {
    totalCount
    nodes {
      receivedOn
      stage
      applicant { name }
      categories { name }
    }
  }
}
`,
  },
  {
    id: "fellows-placed",
    audience: "officer",
    title: {
      en: "Fellows and their host agencies on a day (fellowship office)",
      ja: "ある日のフェローと受入機関（フェローシップ担当）",
    },
    role: "fellowship-officer",
    purpose: { en: "Check placements", ja: "配属の確認" },
    asOf: "2014-03-31",
    query: `query FellowsPlaced {
  placements(first: 20) {
    nodes {
      fellow { name }
      hostAgency { name }
      hostName
      from
      to
    }
  }
}
`,
  },
  {
    id: "external-personnel-list",
    audience: "officer",
    title: {
      en: "The external personnel list (a municipality that was granted it)",
      ja: "外部人材リスト（提供を受けた自治体）",
    },
    role: "municipality:012220",
    purpose: { en: "Look for somebody for our DX project", ja: "DX推進のための人材の検討" },
    query: `query ExternalPersonnelList {
  externalPersonnelList(first: 10) {
    totalCount
    nodes { id }
  }
}
`,
  },
  {
    id: "one-query-three-subgraphs",
    audience: "developer",
    title: {
      en: "One query through three subgraphs",
      ja: "3つのサブグラフにまたがるクエリ",
    },
    role: "public",
    query: `query OneFiscalYear($year: Int!) {
  fiscalYear(year: $year) {
    name
    solicitation { opensOn closesOn }
    dispatchFigures(filter: { measure: { eq: "dispatch_stock" }, dimension: { eq: "none" } }) {
      nodes { value confidence }
    }
    networkEvents(first: 3) {
      totalCount
      nodes { title startsOn network { code } }
    }
  }
}
`,
    variables: { year: 2023 },
  },
  {
    id: "page-through-a-list",
    audience: "developer",
    title: {
      en: "Page through a list with cursors",
      ja: "カーソルで一覧をたどる",
    },
    role: "public",
    query: `# Give endCursor as "after" while hasNextPage is true.
query PageThroughEvents($first: Int!, $after: String) {
  networkEvents(first: $first, after: $after) {
    totalCount
    nodes { id title startsOn }
    pageInfo { hasNextPage endCursor }
  }
}
`,
    variables: { first: 10, after: null },
  },
  {
    id: "ask-for-the-schema",
    audience: "developer",
    title: { en: "Ask for a type of the schema", ja: "スキーマの型を調べる" },
    role: "analyst",
    query: `query AType($name: String!) {
  __type(name: $name) {
    name
    description
    fields {
      name
      description
      type { name kind ofType { name } }
    }
  }
}
`,
    variables: { name: "FiscalYear" },
  },
];
