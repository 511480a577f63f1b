// A program: graphql-js over SQL for what the cooperation subgraph is asked, over DATABASE_URL on PORT. With VERIFY=1 it
// verifies the gateway's signature of each request as the subgraph does, and does nothing else that the subgraph does.
import { buildSchema } from "graphql";
import pg from "pg";
import { openVerifier } from "../support/assertions.mjs";
import { servePlainly } from "../support/plain-server.mjs";
import { project } from "../support/settings.mjs";

const { DATABASE_URL, GATEWAY_KEYS_FILE, PORT, VERIFY } = process.env;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 10 });

const schema = buildSchema(`
  scalar Date
  type Query { network(code: ID!): Network }
  type Network { code: ID! members(asOf: Date!): [Member!]! }
  type Member { country: Country! agency: Agency }
  type Country { code: ID! }
  type Agency { code: ID! }`);

const networkByCode = "SELECT code, name_en, name_ja FROM network WHERE code = $1";
const membersOnDay = `SELECT country_code, agency_code FROM network_membership
WHERE network_code = $1 AND valid @> $2::date ORDER BY country_code`;

const rootValue = {
  network: async ({ code }) => {
    const { rows } = await pool.query({ name: "network", text: networkByCode, values: [code] });
    return rows[0] && { code: rows[0].code, members: ({ asOf }) => membersOf(code, asOf) };
  },
};

async function membersOf(code, day) {
  const { rows } = await pool.query({ name: "members", text: membersOnDay, values: [code, day] });
  return rows.map(({ country_code: country, agency_code: agency }) => ({
    country: { code: country },
    agency: agency && { code: agency },
  }));
}

const verifier =
  VERIFY === "1" &&
  (await openVerifier({
    tree: project,
    subgraph: "cooperation",
    gatewayKeys: GATEWAY_KEYS_FILE,
  }));
servePlainly({ schema, rootValue, port: Number(PORT), ...verifier });
