import { fellowship } from "../../subgraphs/fellowship/fellowship";
import { withAlteredFacts } from "../support/altered-facts";
import { Client } from "pg";
import { load } from "../../subgraphs/kit/subgraph/database-commands";
import { startTestSubgraph, type TestSubgraph } from "../support/subgraph";
import { made } from "../support/mutate";

let subgraph: TestSubgraph;
let owner: Client;
beforeAll(async () => {
  subgraph = await startTestSubgraph(fellowship);
  owner = new Client({ connectionString: subgraph.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await subgraph.stop();
});

it("a fact published for what an office recorded takes its place for everybody, and what it was is kept", async () => {
  await made(
    subgraph,
    "openCohort",
    { program: "MIKE_MANSFIELD", number: 80, startsOn: "2024-07-01", endsOn: "2025-06-30" },
    "cohort { id version }",
  );
  const asked = '{ cohort(program: "MIKE_MANSFIELD", number: 80) { startsOn } }';
  const everybody = subgraph.asCaller({ roles: ["public"], scopes: new Set(["published"]) });
  expect((await everybody.execute(asked)).data).toEqual({ cohort: null });
  const header = "cohort,starts_on,ends_on,fellows,source_id,note\n";
  const published = `${header}80,2024-09,,7,hakusho-h19-141,\n`;
  const changes = await withAlteredFacts(
    fellowship.dataDirectory,
    [{ file: "mansfield_cohorts.csv", from: header, to: published }],
    (directory) => load(fellowship, { owner: subgraph.ownerUrl }, directory),
  );
  expect((await everybody.execute(asked)).data).toEqual({ cohort: { startsOn: "2024-09" } });
  expect(changes.find(({ table }) => table === "cohort")).toMatchObject({ updated: 1 });
  const { data } = await subgraph.execute(
    '{ cohort(program: "MIKE_MANSFIELD", number: 80) { startsOn source { id } version } }',
  );
  expect(data).toEqual({
    cohort: { startsOn: "2024-09", source: { id: "hakusho-h19-141" }, version: 2 },
  });
  const { rows } = await owner.query<{ actor: string; version: number; replaced: object }>(
    `SELECT actor, version, changes->'replaced' AS replaced FROM change_record
     WHERE record_type = 'cohort' AND action = 'load'`,
  );
  expect(rows).toMatchObject([
    { actor: "load of published facts", version: 2, replaced: { starts_on: "2024-07-01" } },
  ]);
});
