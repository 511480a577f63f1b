import type { ClassType } from "type-graphql";
import { published } from "../../catalog/access";
import {
  PublishedFigureArguments,
  PublishedFigureConnection,
  publishedFigures,
} from "../../catalog/published-figure/published-figure.list";
import { type DeclaredField, fieldsOf, queries } from "../../kit/graphql/declared-fields";
import { loaded } from "../../kit/record/one-by-key";
import type { DatabaseLoader } from "../../kit/loaders";
import type { Module } from "../../kit/subgraph/module";
import {
  allLegalBases,
  DispatchLegalBasis,
  LegalBasisOrganizationType,
  organizationTypesByLegalBasisCode,
} from "./dispatch-legal-basis";
import { allOrganizationTypes, DispatchOrganizationType } from "./dispatch-organization-type";
import { allRegions, DispatchRegion } from "./dispatch-region";

/** The figures of each part of a split, by dimension and code, as `region/ASIA`. */
const figuresByPart = publishedFigures.ofParent({
  name: "byPart",
  keyType: "text",
  condition: (key) =>
    `t.dimension = split_part(${key}, '/', 1) AND t.dimension_value = split_part(${key}, '/', 2)`,
});

function figuresOf(
  dimension: string,
): DeclaredField<{ readonly code: string }, PublishedFigureArguments> {
  return {
    type: () => PublishedFigureConnection,
    description: "Published figures of this part alone, of every year and measure split this way.",
    arguments: PublishedFigureArguments,
    find: ({ code }, list, context) =>
      new PublishedFigureConnection(figuresByPart(context, `${dimension}/${code}`, list)),
  };
}

function all<Row extends object>(
  type: ClassType<Row>,
  loader: DatabaseLoader<"all", Row[]>,
  description: string,
): DeclaredField<undefined> {
  return {
    ...loaded(
      () => [type],
      description,
      loader,
      () => "all",
    ),
    nullable: true,
  };
}

/** How dispatches are classified: by region, kind of organization and legal basis. */
export const classificationModule: Module = {
  entities: [
    DispatchOrganizationType,
    DispatchRegion,
    DispatchLegalBasis,
    LegalBasisOrganizationType,
  ],
  resolvers: [
    queries({
      dispatchOrganizationTypes: all(
        DispatchOrganizationType,
        allOrganizationTypes,
        "The kinds of organization officials are dispatched to, in the order of the list.",
      ),
      dispatchRegions: all(
        DispatchRegion,
        allRegions,
        "The seven regions in which the National Personnel Authority counts dispatched officials; its own list, not UN M49.",
      ),
      dispatchLegalBases: all(
        DispatchLegalBasis,
        allLegalBases,
        "The provisions under which officials are dispatched (Act No. 117 of 1970, art. 2(1)), by class.",
      ),
    }),
    fieldsOf(DispatchOrganizationType, { figures: figuresOf("organization_type") }),
    fieldsOf(DispatchRegion, { figures: figuresOf("region") }),
    fieldsOf(DispatchLegalBasis, {
      organizationTypes: loaded(
        () => [DispatchOrganizationType],
        "The kinds of organization that come under it; the mapping is ours.",
        organizationTypesByLegalBasisCode,
        ({ code }: DispatchLegalBasis) => code,
      ),
    }),
  ],
  access: {
    DispatchLegalBasis: published,
    DispatchOrganizationType: published,
    DispatchRegion: published,
  },
  listSizes: {
    "DispatchLegalBasis.organizationTypes": 30,
    "Query.dispatchLegalBases": 10,
    "Query.dispatchOrganizationTypes": 30,
    "Query.dispatchRegions": 20,
  },
  readable: {
    published: {
      dispatch_legal_basis: "all",
      dispatch_legal_basis_organization_type: "all",
      dispatch_organization_type: "all",
      dispatch_region: "all",
    },
  },
};
