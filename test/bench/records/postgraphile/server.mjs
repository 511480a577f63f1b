// A program, for the Node.js that PostGraphile needs: PostGraphile over DATABASE_URL on PORT. It counts totals by itself;
// statistics are SQL by hand.
import { createServer } from "node:http";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { loadOneWithPgClient } from "postgraphile/@dataplan/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { extendSchema } from "postgraphile/utils";
import { lastDay, onDay, onDays } from "../sql.mjs";

const { DATABASE_URL, PORT } = process.env;

const statistics = extendSchema((build) => {
  const { executor } = build.input.pgRegistry.pgResources.dispatch;
  const counts = (text, parametersOf) => (client, lookups) =>
    Promise.all(
      lookups.map(async (lookup) => {
        return (await client.query({ text, values: [parametersOf(lookup)] })).rows;
      }),
    );
  const countOnDay = counts(onDay, (day) => day);
  const countOnDays = counts(onDays, (years) => years.map(lastDay));
  return {
    typeDefs: `
      type RegionCount { day: Date region: String! value: Int! }
      extend type Query {
        regionsOnDay(day: Date!): [RegionCount!]!
        regionsInYears(years: [Int!]!): [RegionCount!]!
      }`,
    objects: {
      Query: {
        plans: {
          regionsOnDay: (_, { $day }) => loadOneWithPgClient(executor, $day, countOnDay),
          regionsInYears: (_, { $years }) => loadOneWithPgClient(executor, $years, countOnDays),
        },
      },
    },
  };
});

const server = createServer();
const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [statistics],
  pgServices: [makePgService({ connectionString: DATABASE_URL, poolConfig: { max: 10 } })],
  grafserv: { watch: false, graphqlPath: "/graphql" },
}).createServ(grafserv);
await instance.addTo(server);
server.listen(Number(PORT), "127.0.0.1");
