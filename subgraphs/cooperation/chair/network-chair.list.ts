import { DeclaredList } from "../../kit/record/declared-list";
import { rowsBy } from "../../kit/record/by-key";
import { holdsOn } from "../../kit/rules/period";
import { NetworkChair } from "./network-chair";

/** All turns to chair, earliest first. */
export const networkChairs = new DeclaredList(NetworkChair, {
  plural: "turns to chair",
  orderings: { FROM: { description: "By first day.", sql: "t.first_day", type: "date" } },
  order: ["FROM"],
  asOf: (day) => `t.valid @> ${day}`,
  known: { table: "network_chair" },
});

const inOrder = { edition: "ASC", id: "ASC" } as const;

/** Chairs of networks on a day, by network. */
export const chairsByNetworkCode = rowsBy<NetworkChair, { readonly asOf: string }>(
  "chairsByNetworkCode",
  NetworkChair,
  "networkCode",
  {
    order: inOrder,
    only: ({ firstDay, endDay }, { asOf }) => holdsOn(asOf, { from: firstDay, to: endDay }),
  },
);

/** All chairs known, by network. */
export const chairHistoryByNetworkCode = rowsBy(
  "chairHistoryByNetworkCode",
  NetworkChair,
  "networkCode",
  { order: inOrder },
);
