/**
 * Countries that send officials to the courses. The Senior Personnel Management Seminar has had officials of 36 up to
 * FY1999 and of 66 up to FY2017, the Personnel Administration Seminar of 70 up to FY2017, as published; which they
 * were is not, and made up here.
 */
export const sendingCountries: readonly string[] = [
  ...["TH", "PH", "ID", "VN", "MY", "LA", "KH", "MM", "MN", "CN", "IN", "BD", "LK", "NP", "PK"],
  ...["KE", "TZ", "GH", "ZM", "ET", "UG", "MW", "NG", "EG", "BR", "PE", "PY", "MX", "CL", "CO"],
  ...["FJ", "PG", "WS", "TO", "JO", "TR", "UZ", "KZ", "KG", "TJ", "MA", "TN", "SN", "CI", "CM"],
  ...["RW", "MZ", "ZW", "BW", "NA", "LS", "BT", "MV", "AF", "IR", "IQ", "YE", "SB", "VU", "KI"],
  ...["BO", "EC", "GT", "HN", "NI", "SV", "DO", "JM", "PA", "CR"],
];
