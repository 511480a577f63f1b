import { Client } from "pg";
import { tableContents } from "../../kit/database/table-contents.fixture";

/** What of a subgraph under test the office needs. */
interface Graph {
  readonly ownerUrl: string;
  execute(query: string, variables?: object): Promise<{ readonly data: Record<string, unknown> }>;
}

/** A node after a change. */
export type Node = Record<string, unknown> & { id: string; version: number };

/** What a mutation answered. */
export interface Answer {
  readonly node: Node | null;
  readonly userErrors: { code: string; message: string; path: string[] }[];
  readonly codes: string[];
}

interface PayloadOf {
  readonly userErrors: Answer["userErrors"];
  readonly dispatch?: Node | null;
  readonly official?: Node | null;
  readonly organization?: Node | null;
}

type NodeField = "dispatch" | "official" | "organization";

const selections: Readonly<Record<NodeField, string>> = {
  dispatch: `id version state post plannedFrom plannedTo consentOn npaConsultedOn startedOn returnedOn overstayed payRatio
    cancelledOn cancellationReason country { code } homeAgency { code } organization { code }
    legalBasis { code } extensions { previousTo newTo consentOn npaConsultedOn }`,
  official: `id version personnelNumber name nameKana homeAgency { code } homeAgencyHistory { from to agency { code } }`,
  organization: `id version code nameEn: name(language: EN) nameJa: name(language: JA) type { code } region { code } country { code }`,
};

/** The office as its tests drive it: through mutations, with everything that is of no matter filled in. */
export class Office {
  private made = 0;

  private constructor(
    private readonly graph: Graph,
    /** The database as the role that owns the tables. */
    readonly owner: Client,
  ) {}

  /** Opens the office on a subgraph. */
  static async open(graph: Graph): Promise<Office> {
    const owner = new Client({ connectionString: graph.ownerUrl });
    await owner.connect();
    return new Office(graph, owner);
  }

  /** Closes its connection to the database. */
  close(): Promise<void> {
    return this.owner.end();
  }

  /** Sends a mutation, as `change("startDispatch", "dispatch", { … })`. */
  async change(mutation: string, field: NodeField, input: object): Promise<Answer> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const { data } = await this.graph.execute(
      `mutation ($input: ${type}!) { ${mutation}(input: $input) {
         ${field} { ${selections[field]} } userErrors { code message path } } }`,
      { input },
    );
    const payload = data[mutation] as PayloadOf | null;
    if (!payload) throw new Error(`${mutation} answered nothing`);
    const { userErrors } = payload;
    return {
      node: payload[field] ?? null,
      userErrors,
      codes: userErrors.map(({ code }) => code),
    };
  }

  /** Registers an organization; by default of the United Nations in Switzerland. */
  organization(values: object = {}): Promise<Node> {
    return this.done("registerOrganization", "organization", {
      code: `ORG-${(this.made += 1)}`,
      nameEn: "Organization",
      type: "UNITED_NATIONS",
      region: "EUROPE",
      country: "CH",
      ...values,
    });
  }

  /** Registers an official; by default of METI from 2000 on. */
  official(values: object = {}): Promise<Node> {
    return this.done("registerOfficial", "official", {
      personnelNumber: `P-${(this.made += 1)}`,
      name: "Official",
      homeAgency: "JP-METI",
      from: "2000-04-01",
      ...values,
    });
  }

  /** Plans a dispatch; by default of a new official to a new organization, FY2020 and FY2021. */
  async plan(values: object = {}): Promise<Answer> {
    return this.change("planDispatch", "dispatch", {
      official: "official" in values ? undefined : (await this.official()).id,
      organization: "organization" in values ? undefined : (await this.organization()).id,
      post: "Adviser",
      legalBasis: "ART2_1_1",
      plannedFrom: "2020-04-01",
      plannedTo: "2022-04-01",
      ...values,
    });
  }

  /** A dispatch that is planned. */
  async planned(values: object = {}): Promise<Node> {
    return nodeOf(await this.plan(values));
  }

  /** A dispatch consented to on 2020-01-10. */
  async consented(values: object = {}, consentOn = "2020-01-10"): Promise<Node> {
    const { id } = await this.planned(values);
    return this.done("recordDispatchConsent", "dispatch", { id, consentOn });
  }

  /** A dispatch that began; by default on 2020-04-01. */
  async started(values: object = {}, startedOn = "2020-04-01"): Promise<Node> {
    const { id } = await this.consented(values);
    return this.done("startDispatch", "dispatch", { id, startedOn });
  }

  /** A change that must succeed. */
  async done(mutation: string, field: NodeField, input: object): Promise<Node> {
    return nodeOf(await this.change(mutation, field, input));
  }

  /** All there is in the tables that changes write. */
  contents(): Promise<string> {
    return tableContents(this.owner, [
      "organization",
      "official",
      "official_home_agency",
      "dispatch",
      "dispatch_extension",
      "change_record",
    ]);
  }
}

function nodeOf({ node, userErrors }: Answer): Node {
  if (!node) throw new Error(JSON.stringify(userErrors, null, 2));
  return node;
}
