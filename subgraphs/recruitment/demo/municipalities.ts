import { addDays } from "../../kit/demo/days";

/** A municipality's request for the list. */
export interface DemoListRequest {
  readonly municipality: string;
  readonly requestedOn: string;
  readonly state: "REQUESTED" | "GRANTED" | "REFUSED";
  readonly decidedOn: string | null;
  readonly refusalReason: string | null;
}

/** Real municipalities, from the north to the south; what is recorded of them here is made up. */
const granted = [
  ...["012220", "014842", "023434", "044458", "063029", "073687", "082104", "092096"],
  ...["104434", "112402", "122173", "131059", "143839", "162116", "192040", "202207"],
  ...["213837", "223425", "245623", "264075", "292010", "314030", "355020", "394025"],
];
const refusedAtFirst = granted.slice(0, 4);
const refused = ["014036", "033812", "204528", "273821"];
const open = ["016331", "132284", "233021", "302066", "336637", "382027", "403482", "452025"];

/** Requests for the list: granted, refused, granted after a refusal, and open ones. */
export const listRequests: readonly DemoListRequest[] = [
  ...refusedAtFirst.map((code, turn) => refusal(code, addDays("2023-04-10", turn * 6))),
  ...granted.map((municipality, turn) => {
    const requestedOn = addDays("2023-05-15", turn * 25);
    return {
      municipality,
      requestedOn,
      state: "GRANTED" as const,
      decidedOn: addDays(requestedOn, 10),
      refusalReason: null,
    };
  }),
  ...refused.map((code, turn) => refusal(code, addDays("2024-07-01", turn * 40))),
  ...open.map((municipality, turn) => ({
    municipality,
    requestedOn: addDays("2026-03-02", turn * 3),
    state: "REQUESTED" as const,
    decidedOn: null,
    refusalReason: null,
  })),
];

function refusal(municipality: string, requestedOn: string): DemoListRequest {
  const refusalReason = "The request did not say what the list is to be used for.";
  return {
    municipality,
    requestedOn,
    state: "REFUSED",
    decidedOn: addDays(requestedOn, 14),
    refusalReason,
  };
}
