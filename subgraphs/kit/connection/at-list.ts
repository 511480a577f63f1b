import { type GraphQLResolveInfo, responsePathAsArray } from "graphql";
import { ApiError } from "../errors";

/**
 * Does the work of a field of a list. What is wrong with the list's arguments is found only then: such an error is placed
 * at the list, where the caller wrote it.
 *
 * @throws ApiError as the work does, with the path of the list
 */
export async function atList<Result>(
  { path }: Pick<GraphQLResolveInfo, "path">,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { code, http } = error.extensions;
    throw new ApiError(code, error.message, http?.status, { path: responsePathAsArray(path.prev) });
  }
}
