/** A country in a network, with its agency where the catalog knows it. */
export interface Member {
  readonly country: string;
  readonly agency: string | null;
}

/** Who takes part in the made-up events and leads the made-up projects: members since 2018 or longer. */
export const members: Readonly<Record<"ACCSM_PLUS3" | "CJK_PPN", readonly Member[]>> = {
  ACCSM_PLUS3: [
    { country: "BN", agency: "BN-PMO" },
    { country: "KH", agency: "KH-MCS" },
    { country: "ID", agency: "ID-BKN" },
    { country: "LA", agency: null },
    { country: "MY", agency: null },
    { country: "PH", agency: "PH-CSC" },
    { country: "SG", agency: null },
    { country: "TH", agency: "TH-OCSC" },
    { country: "VN", agency: "VN-MOHA" },
    { country: "CN", agency: "CN-NCSA" },
    { country: "JP", agency: "JP-NPA" },
    { country: "KR", agency: "KR-MPM" },
  ],
  CJK_PPN: [
    { country: "CN", agency: "CN-NCSA" },
    { country: "JP", agency: "JP-NPA" },
    { country: "KR", agency: "KR-MPM" },
  ],
};

/** Subjects of events and projects. */
export const subjects: readonly string[] = [
  ...["Work engagement", "Digital skills of civil servants", "Leadership development"],
  ...["Mental health at work", "Recruitment of young people", "Performance evaluation"],
];
