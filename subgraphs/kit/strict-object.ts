import { z } from "zod";

/** An object that may have the keys of `shape` and no others; another one is refused with the list of those there are. */
export function strictObject<Shape extends z.ZodRawShape>(
  shape: Shape,
): z.ZodObject<Shape, z.core.$strict> {
  return z.strictObject(shape, {
    error: ({ code, keys }) => {
      if (code !== "unrecognized_keys") return undefined;
      const unknown = (keys as readonly string[]).map((key) => JSON.stringify(key)).join(", ");
      return `Unrecognized key: ${unknown}, expected some of ${Object.keys(shape).join(", ")}`;
    },
  });
}
