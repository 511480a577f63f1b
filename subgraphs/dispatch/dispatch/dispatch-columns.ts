/** The columns of a dispatch that an office fills in, and its key: name → PostgreSQL type. */
export const dispatchColumns = {
  id: "text",
  official_id: "text",
  organization_code: "text",
  organization_type_code: "text",
  region_code: "text",
  legal_basis_code: "text",
  country_code: "text",
  home_agency_code: "text",
  post: "text",
  planned_from: "date",
  planned_to: "date",
  pay_ratio: "integer",
  consent_on: "date",
  npa_consulted_on: "date",
  started_on: "date",
  returned_on: "date",
  cancelled_on: "date",
  cancellation_reason: "text",
  overstayed: "boolean",
  followed: "boolean",
} as const;

/** The row of a dispatch, by database column. */
export type DispatchRow = Readonly<
  Record<keyof typeof dispatchColumns, string | number | boolean | null>
>;
