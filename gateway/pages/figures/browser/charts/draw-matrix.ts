import { axisX, axisY, cell, text } from "@observablehq/plot";
import type { MatrixCell, MembershipMatrix } from "../../shared/model/membership-matrix";
import type { NetworkRole } from "../../shared/operations/network-members";
import type { Words } from "../../shared/words/words";
import { wrapText } from "../../shared/charts/wrap-text";
import { colours } from "./colours";
import { plotted } from "./plotted";
import { stacked } from "./stacked";

const fills: Readonly<Record<NetworkRole, string>> = {
  MEMBER: colours.published,
  PLUS_THREE: colours.counted,
  OBSERVER: colours.countedLight,
};

/** Draws who belongs to what: a country a line, a network a column, the role in words. */
export function drawMatrix(
  { networks, countries, cells }: MembershipMatrix,
  width: number,
  words: Words,
): SVGSVGElement {
  const countryNames = new Map(countries.map(({ code, name }) => [code, name]));
  const roleOf = ({ memberships }: MatrixCell) => memberships[0]?.role ?? "MEMBER";
  const title = ({ country, network, memberships }: MatrixCell) =>
    `${country.name} – ${network.name}: ${memberships
      .map(({ role, agency }) =>
        [words.roles[role], agency?.name].filter((each) => each !== undefined).join(", "),
      )
      .join("; ")}`;
  const left = Math.min(190, width * 0.3);
  const columnWidth = (width - left) / Math.max(1, networks.length);
  const names = new Map(
    networks.map(({ code, name }) => [code, columnWidth < 150 ? code.replaceAll("_", " ") : name]),
  );
  const drawing = plotted({
    ...{
      width,
      height: countries.length * 30 + 58,
      marginLeft: left,
      marginRight: 4,
      marginTop: 54,
      marginBottom: 4,
    },
    x: { domain: networks.map(({ code }) => code), label: null, padding: 0.04 },
    y: { domain: countries.map(({ code }) => code), label: null, padding: 0.1 },
    marks: [
      axisX({
        ...{ anchor: "top", tickSize: 0, fill: colours.text },
        tickFormat: (code: string) => wrapText(names.get(code) ?? code, columnWidth - 8).join("\n"),
      }),
      axisY({
        tickSize: 0,
        fill: colours.text,
        tickFormat: (code: string) =>
          wrapText(countryNames.get(code) ?? code, left - 12).join("\n"),
      }),
      cell(
        countries.flatMap((country) => networks.map((network) => ({ country, network }))),
        {
          x: ({ network }: MatrixCell) => network.code,
          y: ({ country }: MatrixCell) => country.code,
          fill: colours.open,
        },
      ),
      cell(cells, {
        x: ({ network }: MatrixCell) => network.code,
        y: ({ country }: MatrixCell) => country.code,
        fill: (each: MatrixCell) => fills[roleOf(each)],
        title,
      }),
      text(cells, {
        x: ({ network }: MatrixCell) => network.code,
        y: ({ country }: MatrixCell) => country.code,
        text: (each: MatrixCell) => words.roles[roleOf(each)],
        fill: (each: MatrixCell) => (roleOf(each) === "OBSERVER" ? colours.text : colours.ground),
        fontSize: 12,
        title,
      }),
    ],
  });
  return stacked([{ drawing }], width);
}
