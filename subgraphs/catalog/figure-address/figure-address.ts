import { Ctx, Directive, Field, ID, InterfaceType, ObjectType } from "type-graphql";
import type { AreaName } from "../../areas";
import { byKey } from "../../kit/record/by-key";
import type { RequestContext } from "../../kit/request/request-context";
import { PublishedFigure } from "../published-figure/published-figure";
import { addressedAreas, addressTypeName, isAddressing } from "./address-type-name";

const idText = "Stable name of the figure, as dsp-2013-stock.";
const figureText =
  "The figure with this id; null where there is none, or none any more. Its other revisions are otherRevisions, each with an id of its own.";

/** Where a published figure is found by its id, whatever area it is of. */
@InterfaceType("FigureAddress", {
  description: "Where a published figure is found by its id, whatever area it is of.",
})
export abstract class FigureAddress {
  @Field(() => ID, { description: idText })
  id: string;

  @Field(() => PublishedFigure, { nullable: true, description: figureText })
  figure: PublishedFigure | null;
}

/** An object of a type of addresses. */
export interface Address {
  readonly id: string;
}

/** The types of addresses that one subgraph knows: its own, and those that it only names. */
export type AddressTypes = ReadonlyMap<AreaName, new () => Address>;

const made = new Map<string, AddressTypes>();

/**
 * The types of addresses in the subgraph of an area. A router decides by the type of an object which subgraph it asks, so each area
 * has a type, which its own subgraph alone resolves. Each subgraph has classes of its own, as one process may hold several.
 */
export function addressTypes(own: string): AddressTypes {
  const known =
    made.get(own) ??
    new Map(
      addressedAreas(own).map(
        (area) => [area, area === own ? ownType(area) : namedType(area)] as const,
      ),
    );
  made.set(own, known);
  return known;
}

function ownType(area: AreaName): new () => Address {
  @Directive('@key(fields: "id")')
  @ObjectType(addressTypeName(area), {
    description: textOf(area),
    // Only where the interface is can an object be of it.
    ...(isAddressing(area) && { implements: FigureAddress }),
  })
  class OwnAddress implements Address {
    @Field(() => ID, { description: idText })
    id: string;

    @Field(() => PublishedFigure, { name: "figure", nullable: true, description: figureText })
    figureIn(@Ctx() context: RequestContext): Promise<PublishedFigure | null> {
      return context.load(byKey(PublishedFigure), this.id);
    }
  }
  return OwnAddress;
}

function namedType(area: AreaName): new () => Address {
  @Directive('@key(fields: "id", resolvable: false)')
  @ObjectType(addressTypeName(area), { implements: FigureAddress, description: textOf(area) })
  class AddressElsewhere implements Address {
    @Field(() => ID, { description: idText })
    id: string;

    @Directive("@external")
    @Field(() => PublishedFigure, { nullable: true, description: figureText })
    figure: PublishedFigure | null;
  }
  return AddressElsewhere;
}

/** Makes the address of a figure of an area that the subgraph knows. */
export function addressOf(types: AddressTypes, area: AreaName, id: string): Address {
  const type = types.get(area);
  if (!type) throw new Error(`The subgraph knows no addresses of ${area}.`);
  return Object.assign(new type(), { id });
}

function textOf(area: AreaName): string {
  return `Where a published figure on ${area} is found by its id.`;
}
