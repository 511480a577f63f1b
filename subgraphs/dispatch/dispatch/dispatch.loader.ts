import { In } from "typeorm";
import { recordAsKnown } from "../../kit/history/record-as-known";
import { rowsOfKeys } from "../../kit/loaders";
import type { DatabaseLoader } from "../../kit/request-context";
import { Dispatch } from "./dispatch";
import { DispatchExtension } from "./dispatch-extension";

/** Dispatches by id; `null` where there is none. */
export const dispatchById: DatabaseLoader<string, Dispatch | null> = {
  name: "dispatchById",
  batch: async (ids, database) => {
    const found = await database
      .getRepository(Dispatch)
      .find({ where: { id: In([...ids]) }, comment: "dispatchById" });
    const byId = new Map(found.map((dispatch) => [dispatch.id, dispatch]));
    return ids.map((id) => byId.get(id) ?? null);
  },
};

/** A dispatch by id as it was on record at a moment; `null` where it was not. */
export const dispatchAsKnown = recordAsKnown("dispatchAsKnown", Dispatch);

/** The extensions of dispatches in the order they were made, by the dispatch's id. */
export const extensionsByDispatchId: DatabaseLoader<string, DispatchExtension[]> = {
  name: "extensionsByDispatchId",
  batch: async (ids, database) => {
    const found = await database.getRepository(DispatchExtension).find({
      where: { dispatchId: In([...ids]) },
      order: { previousTo: "ASC" },
      comment: "extensionsByDispatchId",
    });
    return rowsOfKeys(ids, found, ({ dispatchId }) => dispatchId);
  },
};
