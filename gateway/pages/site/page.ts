import type { FastifyInstance } from "fastify";
import type { GraphQLSchema } from "graphql";
import type { AccessPolicies } from "../../../subgraphs/kit/access/access-policy";
import type { ListedAddress } from "../../addresses/list-addresses";
import type { AssetManifest } from "./asset-manifest";
import type { PageText } from "../shared/page-language";

/** What pages know of how the gateway runs: variables of gateway/env.ts. */
export interface PageSettings {
  readonly PAGES: boolean;
  readonly EXPLORER: boolean;
  readonly SANDBOX: boolean;
  readonly OPEN_SCHEMA: boolean;
  readonly DATASET?: string | undefined;
  readonly LOCAL_ISSUER: boolean;
  readonly OIDC_ISSUER?: string | undefined;
  readonly PUBLIC_URL?: string | undefined;
}

/** What pages know of the graph that the gateway answers from. */
export interface ShownGraph {
  /** What callers see. */
  readonly schema: GraphQLSchema;
  /** The composed schema, which says besides what costs how much, and which subgraph has what. */
  readonly supergraphSdl: string;
  /** Who is permitted to see what. */
  readonly policies: AccessPolicies;
}

/** All pages of a gateway, and what they are made from. */
export interface Site {
  readonly assets: AssetManifest;
  readonly settings: PageSettings;
  readonly graph: ShownGraph;
  /** What everybody can ask at an address below `/q`, as it is registered now. */
  readonly addresses: () => Promise<readonly ListedAddress[]>;
  /** Those that are switched on, in the order of links to them. */
  readonly pages: readonly Page[];
}

/** One page of the gateway, other than the one that browsers arrive on. */
export interface Page {
  /** Its folder's name, and its entry's among the assets. */
  readonly name: string;
  /** Where it is, as `/figures`. */
  readonly address: string;
  /** What it is called where it is linked to. */
  readonly label: PageText;
  /** What one does there, in a sentence. */
  readonly about: PageText;
  /** Whether a gateway with these settings has it. */
  readonly isOn: (settings: PageSettings) => boolean;
  /** Adds its routes. */
  readonly serve: (app: FastifyInstance, site: Site) => void;
}
