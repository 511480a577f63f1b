import { readFileSync } from "node:fs";
import path from "node:path";
import { roles } from "../access/roles";
import { budgetOf, parseBudgets, usualBudgets } from "./budgets";

describe("budgets", () => {
  it("are as usual where nothing else is said", () => {
    expect(parseBudgets("{}")).toEqual(usualBudgets);
    expect(parseBudgets(`{"analyst":{"cost":7}}`)).toEqual({
      ...usualBudgets,
      analyst: { ...usualBudgets.analyst, cost: 7 },
    });
  });

  it.each([
    ["{", "received"],
    ["[]", "received []"],
    [`{"nobody":{}}`, `Unrecognized key: "nobody", expected some of ${roles.join(", ")}`],
    [
      `{"public":{"requests":100}}`,
      `at public Unrecognized key: "requests", expected some of cost, depth, aliases, directives, fields, tokens, requestsPerMinute, requestsAtOnce, places`,
    ],
    [`{"public":{"price":1,"size":1}}`, `Unrecognized key: "price", "size", expected some of cost`],
    [`{"public":{"cost":0}}`, "at public.cost expected a whole number of at least 1"],
    [`{"public":{"cost":"9"}}`, "at public.cost expected a whole number of at least 1"],
    [`{"public":{"places":0}}`, "at public.places expected a whole number of at least 1"],
    [`{"public":{"depth":1.5}}`, "at public.depth expected a whole number of at least 1"],
  ])("are refused in any other form: %s", (text, problem) => {
    expect(parseBudgets(text)).toContain(problem);
  });

  it("are the most generous of a caller's roles, limit by limit", () => {
    const budgets = parseBudgets(
      `{"public":{"cost":9,"depth":1},"analyst":{"cost":5,"depth":3,"tokens":7}}`,
    );
    if (typeof budgets === "string") throw new Error(budgets);
    expect(budgetOf(budgets, ["public", "analyst"])).toMatchObject({ cost: 9, depth: 3 });
    expect(budgetOf(budgets, [])).toEqual(budgets.public);
    for (const role of roles) expect(budgetOf(budgets, [role])).toEqual(budgets[role]);
  });
});

describe("the usual budgets", () => {
  const crowd = ["public", "municipality", "analyst"] as const;
  const others = roles.filter((role) => !crowd.some((each) => each === role));

  it("give officers and apps places enough that one caller alone cannot take them", () => {
    for (const role of others) {
      expect(usualBudgets[role].places).toBeGreaterThan(2 * usualBudgets[role].requestsAtOnce);
    }
  });

  it("let no caller have more requests at once than a minute", () => {
    for (const role of roles) {
      const { requestsAtOnce, requestsPerMinute } = usualBudgets[role];
      expect(requestsAtOnce).toBeLessThan(requestsPerMinute);
    }
  });
});

describe("the README's table of budgets", () => {
  it("says what the budgets are", () => {
    const readme = readFileSync(path.join(__dirname, "README.md"), "utf8");
    for (const role of roles) {
      const { cost, depth, fields, tokens, aliases, directives } = usualBudgets[role];
      const { requestsPerMinute, requestsAtOnce, places } = usualBudgets[role];
      const ofDocument = [cost, depth, fields, tokens, aliases, directives];
      const numbers = [...ofDocument, requestsPerMinute, requestsAtOnce, places];
      const cells = [`\`${role}\``, ...numbers.map((number) => number.toLocaleString("en"))];
      expect(readme).toMatch(new RegExp(cells.join(" +\\| +")));
    }
  });
});
