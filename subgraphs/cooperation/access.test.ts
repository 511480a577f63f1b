import { startTestSubgraph, type TestSubgraph } from "../../test/support/subgraph";
import { made } from "../../test/support/mutate";
import { cooperation } from "./cooperation";

describe("a published membership that an office has ended", () => {
  const reason = "The office was informed in confidence.";
  let subgraph: TestSubgraph;
  let published: string;
  beforeAll(async () => {
    subgraph = await startTestSubgraph(cooperation);
    const { data } = await subgraph.execute<{
      networkMemberships: { nodes: { id: string; source: object | null }[] };
    }>(
      '{ networkMemberships(filter: { network: { eq: "ACCSM" }, country: { eq: "LA" } }) { nodes { id source { id } } } }',
    );
    const [membership] = data.networkMemberships.nodes;
    expect(membership?.source).not.toBeNull();
    published = membership?.id ?? "none";
    await made(
      subgraph,
      "endMembership",
      { id: published, on: "2025-01-01", reason },
      "networkMembership { id version }",
    );
  });
  afterAll(() => subgraph.stop());

  const ask = (scopes: readonly string[], fields: string) =>
    subgraph
      .asCaller({ roles: ["app"], scopes: new Set(scopes) })
      .execute(`{ networkMembership(id: "${published}") { ${fields} } }`);

  it("shows everybody its last day, which is a fact of it", async () => {
    const { data } = await ask(["published"], "to source { id }");
    expect(data).toMatchObject({
      networkMembership: { to: "2025-01-01", source: { id: expect.any(String) } },
    });
  });

  it.each(["endReason", "endRecorded", "version"])(
    "shows %s to its office alone",
    async (field) => {
      for (const scopes of [["published"], ["published", "cooperation:persons"]]) {
        const answer = await ask(scopes, field);
        expect(answer.errors.map(({ extensions }) => extensions?.["code"])).toEqual(["FORBIDDEN"]);
        expect(JSON.stringify(answer.errors)).not.toContain(reason);
      }
      const { data, errors } = await ask(["published", "cooperation:records"], field);
      expect(errors).toEqual([]);
      expect(data).toMatchObject({ networkMembership: { [field]: expect.anything() } });
    },
  );
});
