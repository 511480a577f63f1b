import { DateTimeScalar } from "../../kit/graphql/scalars";
import { passTime } from "../../../test/support/pass-time";
import { patience } from "../../../test/support/patience";
import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { Sweep } from "../../../test/support/sweep";
import { Draw } from "../../../test/support/statistics/draw";
import { dispatch } from "../dispatch";
import { type Node, Office } from "./office.fixture";

const sweep = new Sweep(
  "subgraphs/dispatch/office",
  "subgraphs/kit/mutation",
  "subgraphs/kit/history",
);
const lives = sweep.share(1_000);
const rounds = 8;

let subgraph: TestSubgraph;
let office: Office;
beforeAll(async () => {
  subgraph = await startTestSubgraph(dispatch);
  office = await Office.open(subgraph);
});
afterAll(async () => {
  await office.close();
  await subgraph.stop();
});

/** A dispatch as a naive model keeps it: by what the answers of mutations say. */
interface Modelled {
  readonly id: string;
  readonly startedOn: string | null;
  readonly until: string;
}

const draw = new Draw(17);
const day = (): string => `20${draw.int(10, 23)}-0${draw.int(1, 9)}-01`;
const reason = "It was another.";

/** One life: an official, and what is on record of the official's dispatches. */
class Life {
  dispatches: Node[] = [];

  constructor(
    private readonly official: string,
    private readonly organization: string,
  ) {}

  /** Does something at random. What is refused changes nothing. */
  async step(): Promise<void> {
    const one = this.dispatches.length > 0 ? draw.one(this.dispatches) : undefined;
    if (!one || draw.chance(0.25)) {
      const terms = {
        ...{ official: this.official, organization: this.organization, legalBasis: "ART2_1_1" },
        ...{ post: "Adviser", plannedFrom: day(), plannedTo: day() },
      };
      await (draw.chance(0.5)
        ? this.change("planDispatch", terms)
        : this.change("recordPastDispatch", {
            ...{ ...terms, consentOn: "2009-04-01", startedOn: terms.plannedFrom },
            returnedOn: draw.chance(0.7) ? terms.plannedTo : null,
          }));
      return;
    }
    const { id, plannedFrom, plannedTo } = one as Node & { plannedFrom: string; plannedTo: string };
    const [step, input] = draw.one<readonly [string, object]>([
      ["recordDispatchConsent", { consentOn: "2009-05-01" }],
      ["startDispatch", { startedOn: plannedFrom }],
      [
        "returnFromDispatch",
        { returnedOn: draw.one([plannedTo, day()]), acknowledgeOverstay: true },
      ],
      ["cancelDispatch", { reason }],
      ["extendDispatch", { newTo: day(), consentOn: plannedFrom, npaConsultedOn: plannedFrom }],
      ["takeBackDispatch", { reason }],
      ["correctDispatch", { reason, startedOn: draw.one([null, day()]) }],
      [
        "correctDispatch",
        { reason, returnedOn: draw.one([null, day()]), acknowledgeOverstay: true },
      ],
      ["correctDispatch", { reason, startedOn: null, returnedOn: null }],
      ["correctDispatch", { reason, plannedFrom: day(), plannedTo: day() }],
      ["correctDispatch", { reason, cancelledOn: null }],
      ["correctDispatch", { reason, post: "Chief" }],
    ]);
    await this.change(step, { id, ...input });
  }

  private async change(mutation: string, input: object): Promise<void> {
    const { node } = await office.change(mutation, "dispatch", input);
    if (!node) return;
    this.dispatches = this.dispatches.filter(({ id }) => id !== node.id);
    if (mutation !== "takeBackDispatch") this.dispatches.push(node);
  }

  /** Who of the life is on dispatch when: an earlier one without a return ends with its term once a later one has begun. */
  periods(): Modelled[] {
    return this.dispatches.map((node) => {
      const { id, startedOn, returnedOn, plannedTo, state } = node as Node & {
        [Name in "startedOn" | "returnedOn"]: string | null;
      } & { plannedTo: string; state: string };
      const isBack = returnedOn === null && state === "RETURNED";
      return { id, startedOn, until: returnedOn ?? (isBack ? plannedTo : "9999-12-31") };
    });
  }
}

/** The states of other dispatches of an official can follow from what happened to one. */
async function readStates(all: readonly Life[]): Promise<void> {
  const { rows } = await office.owner.query<{ id: string; state: string }>(
    "SELECT id, state FROM dispatch",
  );
  const states = new Map(rows.map(({ id, state }) => [id, state]));
  for (const life of all) {
    life.dispatches = life.dispatches.map((one) => ({ ...one, state: states.get(one.id) }));
  }
}

const days = Array.from(
  { length: 20 },
  (_none, index) => `20${10 + Math.floor(index * 0.7)}-06-15`,
);

interface Listed {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

async function onDispatch(asOf: string, knownAt: string | null): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  for (;;) {
    const answer: { readonly data: { readonly dispatches: Listed } } = await subgraph.execute(
      `query ($asOf: Date, $knownAt: KnownAt, $after: String) {
         dispatches(asOf: $asOf, knownAt: $knownAt, first: 500, after: $after) {
           nodes { id } pageInfo { hasNextPage endCursor } } }`,
      { asOf, knownAt, after },
    );
    const { nodes, pageInfo } = answer.data.dispatches;
    ids.push(...nodes.map(({ id }) => id));
    if (!pageInfo.hasNextPage) return ids.sort();
    after = pageInfo.endCursor;
  }
}

const expected = (all: readonly Modelled[], asOf: string): string[] =>
  all
    .filter(({ startedOn, until }) => startedOn !== null && startedOn <= asOf && asOf < until)
    .map(({ id }) => id)
    .sort();

it(
  "random lives are on any day, and were at any moment, what a naive model says of them",
  async () => {
    const organization = (await office.organization()).id;
    const all: Life[] = [];
    while (all.length < lives) all.push(new Life((await office.official()).id, organization));
    const known: Modelled[][] = [];
    for (let round = 0; round < rounds; round += 1) {
      for (const life of all) await life.step();
      await readStates(all);
      known.push(all.flatMap((life) => life.periods()));
      await passTime(subgraph.ownerUrl, "10 minutes");
    }
    expect(known.at(-1)?.length).toBeGreaterThan(lives / 2);
    for (const asOf of days) {
      expect(await onDispatch(asOf, null)).toEqual(expected(known.at(-1) ?? [], asOf));
      for (const [round, then] of known.entries()) {
        const ago = (rounds - round) * 10 - 5;
        const moment = DateTimeScalar.serialize(new Date(Date.now() - ago * 60_000));
        expect(await onDispatch(asOf, moment)).toEqual(expected(then, asOf));
      }
    }
    const { rows: broken } = await office.owner.query(
      `SELECT a.id FROM dispatch a JOIN dispatch b ON a.official_id = b.official_id AND a.id < b.id
         AND a.cancelled_on IS NULL AND b.cancelled_on IS NULL
         AND (a.valid && b.valid OR a.on_dispatch && b.on_dispatch)
       UNION ALL SELECT id FROM dispatch WHERE started_on IS NOT NULL AND (consent_on IS NULL OR consent_on > started_on)
       UNION ALL SELECT d.id FROM dispatch d WHERE d.started_on IS NOT NULL AND NOT EXISTS (
         SELECT FROM official_home_agency h WHERE h.official_id = d.official_id AND h.agency_code = d.home_agency_code
           AND h.from_date <= d.started_on AND (h.to_date IS NULL OR h.to_date > d.started_on))
       UNION ALL SELECT d.id FROM dispatch d JOIN dispatch_extension e ON e.dispatch_id = d.id
         WHERE d.started_on IS NULL OR e.new_to > d.planned_to`,
    );
    expect(broken).toEqual([]);
  },
  patience * 5,
);
