import { published } from "../../catalog/access";
import { Country } from "../../catalog/country/country";
import { AsOfArguments, fieldsOf, queries } from "../../kit/record/declared-fields";
import { loaded, oneKnownByKey } from "../../kit/record/one-by-key";
import type { Module } from "../../kit/subgraph/module";
import { Network } from "../network/network";
import { records } from "../record/policies";
import { NetworkChair } from "./network-chair";
import { chairChanges } from "./network-chair.changes";
import {
  chairHistoryByNetworkCode,
  chairsByNetworkCode,
  networkChairs,
} from "./network-chair.list";

const ofCountry = networkChairs.by("country_code");

/** Who chairs networks. */
export const networkChairModule: Module = {
  entities: [NetworkChair],
  resolvers: [
    queries({
      networkChair: oneKnownByKey(
        NetworkChair,
        "The turn to chair with this id; null where there is none.",
        "Its id.",
      ),
      networkChairs: networkChairs.onDay({
        description:
          "Who chairs the networks on a day. Sources give years only: in a year of handover, both are listed.",
      }),
      networkChairHistory: networkChairs.all({
        description: "All turns to chair: past, present and future.",
      }),
    }),
    fieldsOf(Network, {
      chairs: {
        type: () => [NetworkChair],
        description:
          "Who chairs it on a day. Sources give years only and do not always agree: in a year of handover, and where they overlap, each chair that one of them names is listed, and the one an office has recorded.",
        arguments: AsOfArguments,
        find: ({ code }, { asOf }, context) =>
          context.load(chairsByNetworkCode, code, { asOf: asOf ?? context.asOf }),
      },
      chairHistory: loaded(
        () => [NetworkChair],
        "Every chair known, earliest first.",
        chairHistoryByNetworkCode,
        ({ code }: Network) => code,
      ),
    }),
    fieldsOf(Country, {
      networkChairHistory: ofCountry.all(({ code }: Country) => code, {
        description: "All its turns to chair a network: past, present and future.",
      }),
    }),
    chairChanges,
  ],
  access: {
    NetworkChair: published,
    "NetworkChair.endReason": records,
    "NetworkChair.version": records,
  },
  listSizes: { "Network.chairHistory": 100 },
  writable: { network_chair: "INSERT, UPDATE" },
  readable: { published: { network_chair: "sourced", network_chair_history: "sourced" } },
};
