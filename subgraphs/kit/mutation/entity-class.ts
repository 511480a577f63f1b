import type { ObjectLiteral } from "typeorm";

/** The class of an entity. */
export type EntityClass<Entity extends ObjectLiteral> = new () => Entity;
