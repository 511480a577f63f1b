import type { DatabaseLoader } from "../../kit/request-context";
import { LegalBasisOrganizationType } from "../legal-basis/legal-basis-organization-type";
import { DispatchOrganizationType } from "./dispatch-organization-type";

/** All organization types in the order of the list. */
export const allOrganizationTypes: DatabaseLoader<"all", DispatchOrganizationType[]> = {
  name: "allOrganizationTypes",
  batch: async (keys, database) => {
    const types = await database
      .getRepository(DispatchOrganizationType)
      .find({ order: { position: "ASC" }, comment: "allOrganizationTypes" });
    return keys.map(() => types);
  },
};

/** The organization types that come under legal bases, in the order of the list, by the basis's code. */
export const organizationTypesByLegalBasisCode: DatabaseLoader<string, DispatchOrganizationType[]> =
  {
    name: "organizationTypesByLegalBasisCode",
    batch: async (codes, database) => {
      const { raw, entities } = await database
        .createQueryBuilder(DispatchOrganizationType, "type")
        .comment("organizationTypesByLegalBasisCode")
        .innerJoin(LegalBasisOrganizationType, "link", "link.organization_type_code = type.code")
        .addSelect("link.legal_basis_code", "basis_code")
        .where("link.legal_basis_code = ANY(:codes)", { codes })
        .orderBy("type.position")
        .getRawAndEntities<{ basis_code: string; type_code: string }>();
      const byCode = new Map<string, DispatchOrganizationType>(
        entities.map((type) => [type.code, type]),
      );
      return codes.map((basis) =>
        raw.flatMap(({ basis_code, type_code }) => {
          const type = basis_code === basis ? byCode.get(type_code) : undefined;
          return type ? [type] : [];
        }),
      );
    },
  };
