import { In } from "typeorm";
import type { DatabaseLoader } from "../../kit/request-context";
import { Organization } from "./organization";

/** Organizations by id; `null` where there is none. */
export const organizationById = organizationBy("id", "organizationById");

/** Organizations by code; `null` where there is none. */
export const organizationByCode = organizationBy("code", "organizationByCode");

function organizationBy(
  key: "id" | "code",
  name: string,
): DatabaseLoader<string, Organization | null> {
  return {
    name,
    batch: async (keys, database) => {
      const found = await database
        .getRepository(Organization)
        .find({ where: { [key]: In([...keys]) }, comment: name });
      const byKey = new Map(found.map((organization) => [organization[key], organization]));
      return keys.map((one) => byKey.get(one) ?? null);
    },
  };
}
