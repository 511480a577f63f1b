import { type SubgraphName, subgraphNames } from "../../gateway/local/programs";
import { Sweep } from "../support/sweep";
import {
  constraintsSql,
  type DemoDatabase,
  demoDatabase,
  filledDemoDatabase,
} from "./support/demo-database";

/** What is counted, how many there are in one copy, and where they are. */
const counted: Readonly<Record<SubgraphName, readonly [string, number, string]>> = {
  recruitment: ["applications", 100, "application"],
  dispatch: ["dispatches", 2_175, "dispatch"],
  fellowship: ["fellows", 208, "fellow"],
  cooperation: ["participations in training", 632, "training_participation"],
};

/** Tables whose rows belong to one that says whether it is synthetic. */
const parts: Readonly<Record<string, string>> = {
  application_category: "application_id",
  selected_category: "application_id",
  stage_transition: "application_id",
  evaluation_score: "evaluation_id",
  official_home_agency: "official_id",
  dispatch_extension: "dispatch_id",
  project_state_change: "project_id",
};

/** Tables that all copies share, or of which each has its own beside published rows. */
const shared: ReadonlySet<string> = new Set([
  ...["evaluator", "recruitment_training_course", "list_request", "organization", "cohort"],
  ...["phase_schedule", "work_plan", "project", "project_state_change", "invitation"],
]);

/** What is filled is the same every time, and so is what comes of it. */
const sweep = new Sweep(
  ...["subgraphs/kit/demo", "subgraphs/kit/facts", ":(glob)subgraphs/*/demo/**"],
  ...[":(glob)subgraphs/*/migrations/**", "subgraphs/catalog/data", __filename],
);

describe.each(sweep.of(subgraphNames))("synthetic records of %s", (name) => {
  const [noun, inOneCopy, table] = counted[name];
  type Content = Awaited<ReturnType<DemoDatabase["content"]>>;
  let database: DemoDatabase;
  let before: Content;
  let constraints: object[];
  let filled: Content;
  beforeAll(async () => {
    database = await demoDatabase(name);
    before = await database.content();
    constraints = await database.rows(constraintsSql);
    await expect(database.fill()).resolves.toMatchObject({ code: 0, stderr: "" });
    filled = await database.content();
  });
  afterAll(() => database.drop());

  /** Tries something on a database of its own. */
  async function apart(
    work: (own: DemoDatabase) => Promise<void>,
    made = demoDatabase,
  ): Promise<void> {
    const own = await made(name);
    try {
      await work(own);
    } finally {
      await own.drop();
    }
  }

  it("are all marked, leave what is published as it was and keep every constraint and index", async () => {
    for (const [one, { rows, synthetic, hash }] of filled) {
      const earlier = before.get(one);
      if (synthetic === undefined && parts[one] === undefined) {
        expect({ one, hash }).toEqual({ one, hash: earlier?.hash });
      } else if (synthetic === undefined) {
        const [row] = await database.rows(
          `SELECT count(*)::integer AS strangers FROM ${one} WHERE ${parts[one] ?? ""} NOT LIKE 'synthetic-%'`,
        );
        expect({ one, ...row }).toEqual({ one, strangers: 0 });
      } else {
        expect({ one, others: rows - synthetic }).toEqual({ one, others: earlier?.rows });
      }
    }
    expect(filled.get(table)).toMatchObject({ rows: inOneCopy, synthetic: inOneCopy });
    await expect(database.rows(constraintsSql)).resolves.toEqual(constraints);
    expect(constraints).not.toContainEqual(expect.objectContaining({ valid: false }));
  });

  it("are the same every time, and a second run changes nothing", async () => {
    await expect(database.fill()).resolves.toEqual({ code: 0, stdout: "", stderr: "" });
    await expect(database.content()).resolves.toEqual(filled);
    await apart(async (other) => {
      await expect(other.content()).resolves.toEqual(filled);
    }, filledDemoDatabase);
  });

  it("are released to the public once, and the same every time", async () => {
    const released = `SELECT vintage, count(*)::integer AS cells, md5(string_agg(c::text, '|' ORDER BY c)) AS hash
FROM released_cell c GROUP BY vintage`;
    const first = await database.rows(released);
    expect(first).toEqual([expect.objectContaining({ vintage: 1 })]);
    await apart(async (other) => {
      await expect(other.rows(released)).resolves.toEqual(first);
    }, filledDemoDatabase);
  });

  it("stay when the published facts are loaded again", async () => {
    const { code, stdout } = await database.loadFacts();
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/[1-9]\d* (inserted|updated|deleted)/);
    await expect(database.content()).resolves.toEqual(filled);
  });

  it("leave the day from which an office has declared its records complete", async () => {
    await apart(async (own) => {
      await own.rows("UPDATE record_coverage SET begins = '2001-04-02'");
      await own.fill();
      await own.loadFacts();
      const days = await own.rows("SELECT DISTINCT begins::text AS day FROM record_coverage");
      expect(days).toEqual([{ day: "2001-04-02" }]);
    }, filledDemoDatabase);
  });

  it("come in whole copies, and another number of them is refused", async () => {
    const [copies, scale] = [3, String(2 * inOneCopy + 1)];
    await apart(async (own) => {
      await expect(own.fill("--scale", scale)).resolves.toMatchObject({ code: 0 });
      const scaled = await own.content();
      expect(scaled.get(table)?.rows).toBe(copies * inOneCopy);
      for (const [each, { rows, synthetic }] of scaled) {
        const base = filled.get(each);
        const isCopied =
          !shared.has(each) && (synthetic !== undefined || parts[each] !== undefined);
        const expected = (base?.synthetic ?? base?.rows ?? 0) * (isCopied ? copies : 1);
        expect({ each, rows: synthetic ?? rows }).toEqual({ each, rows: expected });
      }
      await expect(own.fill("--scale", "1")).resolves.toEqual({
        code: 1,
        stdout: "",
        stderr: `The database holds ${copies * inOneCopy} synthetic ${noun}, asked for are ${inOneCopy}: begin anew with --fresh.\n`,
      });
      await expect(own.fill()).resolves.toEqual({ code: 0, stdout: "", stderr: "" });
      await expect(own.content()).resolves.toEqual(scaled);
    });
  });

  it("can be ruled out, and do not come beside records of another kind", async () => {
    await apart(async (own) => {
      await expect(own.fill("--none")).resolves.toEqual({
        code: 0,
        stdout: "no release: nothing is on record yet\n",
        stderr: "",
      });
      await expect(own.content()).resolves.toEqual(before);
      await own.rows(
        "INSERT INTO change_record (actor, request_id, action, record_type, record_id, changes) VALUES ('a', 'b', 'c', 'd', 'e', '{}')",
      );
      const recorded = await own.content();
      await expect(own.fill()).resolves.toEqual({
        code: 0,
        stdout:
          "It holds records of its own: no synthetic ones are added.\nno release: nothing is on record yet\n",
        stderr: "",
      });
      await expect(own.fill("--scale", "5000")).resolves.toEqual({
        code: 1,
        stdout: "",
        stderr:
          "The database holds records that are not synthetic: start without --scale, or begin anew with --fresh.\n",
      });
      await expect(own.content()).resolves.toEqual(recorded);
    });
  });

  it("are not ruled out once they are there", async () => {
    await expect(database.fill("--none")).resolves.toEqual({
      code: 1,
      stdout: "",
      stderr: `The database holds ${inOneCopy} synthetic ${noun}, asked for are 0: begin anew with --fresh.\n`,
    });
    await expect(database.content()).resolves.toEqual(filled);
  });
});

describe("a program that is asked for", () => {
  let database: DemoDatabase;
  beforeAll(async () => {
    database = await demoDatabase("fellowship");
  });
  afterAll(() => database.drop());

  it.each(sweep.of(["--scale", "--scale 0", "--scale 1e6", "--scale 5 6", "--none 1", "--all"]))(
    "%s says what it expects",
    async (asked) => {
      await expect(database.fill(...asked.split(" "))).resolves.toEqual({
        code: 1,
        stdout: "",
        stderr: `Expected nothing, --none or --scale with a whole number from 1 to 100000000, received "${asked}".\n`,
      });
    },
  );
});
