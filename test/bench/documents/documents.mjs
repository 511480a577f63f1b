// 65,536 documents of which no two are equal, that need only 16 different requests of each subgraph: so all their answers
// are soon recorded, and what is measured is the gateway.

const leaves = ["value", "measure", "unit", "source { id }"];
const lists = [
  ...["recruitmentFigures", "dispatchFigures"],
  ...["fellowshipFigures", "cooperationFigures"],
];

/** How many there are. */
export const documentCount = 2 ** (leaves.length * lists.length);

/** A document, another one for each number from 0 to 65,535; those of neighbouring numbers have little in common. */
export function documentOf(number) {
  // An odd factor goes through all numbers once.
  let choice = (number * 40_503) % documentCount;
  const fields = lists.map((list) => {
    const chosen = leaves.filter((_, index) => (choice >> index) & 1);
    choice >>= leaves.length;
    return `${list}(first: 3) { nodes { ${["id", ...chosen].join(" ")} } }`;
  });
  return `query Figures($year: Int!) { fiscalYear(year: $year) { year ${fields.join(" ")} } }`;
}
