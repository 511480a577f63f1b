import { Entity, PrimaryColumn } from "typeorm";

/** That an organization type comes under a legal basis. */
@Entity("dispatch_legal_basis_organization_type")
export class LegalBasisOrganizationType {
  @PrimaryColumn("text", { name: "legal_basis_code" })
  legalBasisCode: string;

  @PrimaryColumn("text", { name: "organization_type_code" })
  organizationTypeCode: string;
}
