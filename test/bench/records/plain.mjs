// A program: graphql-js over SQL by hand, over DATABASE_URL on PORT. It answers the same queries as the graph, without
// anything else that the graph does: no tokens, rights, limits, log or audit.
import { buildSchema } from "graphql";
import pg from "pg";
import { servePlainly } from "../support/plain-server.mjs";
import { lastDay, onDay, onDays } from "./sql.mjs";

pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const schema = buildSchema(`
  scalar Date
  scalar DispatchRegionCode
  scalar DispatchState
  type Query {
    dispatchHistory(first: Int!, after: String, filter: DispatchFilter): DispatchConnection!
    dispatchStatistics(
      measure: DispatchMeasure!, groupBy: [DispatchDimension!]!, asOf: Date, fiscalYears: [Int!]
    ): Statistics!
  }
  enum DispatchMeasure { ON_DISPATCH }
  enum DispatchDimension { REGION }
  input DispatchFilter { region: RegionFilter, state: StateFilter }
  input RegionFilter { eq: DispatchRegionCode! }
  input StateFilter { eq: DispatchState! }
  type DispatchConnection {
    nodes: [Dispatch!]! edges: [Edge!]! pageInfo: PageInfo! totalCount: Int!
  }
  type Edge { cursor: String! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type Dispatch {
    id: ID! startedOn: Date returnedOn: Date post: String!
    official: Official! organization: Organization!
  }
  type Official { personnelNumber: String! name: String! }
  type Organization { code: String! name: String }
  type Statistics { rows: [Row!]! }
  type Row { fiscalYear: Year region: Region! count: Count! }
  type Year { year: Int! }
  type Region { code: String! }
  type Count { value: Int! }`);
const page = `SELECT d.id, d.started_on, d.returned_on, d.post, d.first_day,
  f.personnel_number, f.name AS official_name, o.code, coalesce(o.name_en, o.name_ja) AS organization_name
FROM (SELECT * FROM dispatch
  WHERE $1::date IS NULL OR (first_day, id) < ($1::date, $2::text)
  ORDER BY first_day DESC, id DESC LIMIT $3) AS d
JOIN official f ON f.id = d.official_id JOIN organization o ON o.code = d.organization_code
ORDER BY d.first_day DESC, d.id DESC`;
const firstPage = page.replace(/\n {2}WHERE .*\n/, "\n").replace("$3", "$1");
const count = `SELECT count(*)::integer AS n FROM dispatch WHERE region_code = $1 AND state = $2`;

const cursorOf = ({ first_day: day, id }) => Buffer.from(`${day} ${id}`).toString("base64url");

async function readPage(first, after) {
  const behind = after && Buffer.from(after, "base64url").toString().split(" ");
  const { rows } = behind
    ? await pool.query({ name: "page", text: page, values: [...behind, first + 1] })
    : await pool.query({ name: "first", text: firstPage, values: [first + 1] });
  const shown = rows.slice(0, first);
  return {
    nodes: shown.map((row) => ({
      id: row.id,
      startedOn: row.started_on,
      returnedOn: row.returned_on,
      post: row.post,
      official: { personnelNumber: row.personnel_number, name: row.official_name },
      organization: { code: row.code, name: row.organization_name },
    })),
    edges: () => shown.map((row) => ({ cursor: cursorOf(row) })),
    pageInfo: { hasNextPage: rows.length > first, endCursor: cursorOf(shown.at(-1)) },
  };
}

const rootValue = {
  dispatchHistory: ({ first, after, filter }) => {
    if (first > 0) return readPage(first, after);
    const values = [filter.region.eq, filter.state.eq];
    const totalCount = async () =>
      (await pool.query({ name: "count", text: count, values })).rows[0].n;
    return { nodes: [], totalCount };
  },
  dispatchStatistics: async ({ asOf, fiscalYears }) => {
    const { rows } = fiscalYears
      ? await pool.query({ name: "days", text: onDays, values: [fiscalYears.map(lastDay)] })
      : await pool.query({ name: "day", text: onDay, values: [asOf] });
    return {
      rows: rows.map(({ day, region, value }) => ({
        fiscalYear: day && { year: Number(day.slice(0, 4)) - 1 },
        region: { code: region },
        count: { value },
      })),
    };
  },
};

servePlainly({ schema, rootValue, port: Number(process.env.PORT) });
