import { published } from "../../catalog/access";
import { queries } from "../../kit/record/declared-fields";
import { allRows } from "../../kit/record/by-key";
import { oneByKey } from "../../kit/record/one-by-key";
import type { Module } from "../../kit/subgraph/module";
import { Network } from "./network";

const allNetworks = allRows("networks", Network, { position: "ASC" });

/** Networks of personnel authorities. */
export const networkModule: Module = {
  entities: [Network],
  resolvers: [
    queries({
      network: oneByKey(
        Network,
        "The network with this code; null where there is none.",
        "ACCSM, ACCSM_PLUS3 or CJK_PPN.",
        "code",
      ),
      networks: {
        type: () => [Network],
        nullable: true,
        description: "All networks.",
        find: (_none, _arguments, context) => context.load(allNetworks, "all"),
      },
    }),
  ],
  access: { Network: published },
  listSizes: { "Query.networks": 20 },
  readable: { published: { network: "all" } },
};
