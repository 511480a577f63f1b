// Processor time of the whole stack by process, for what the public and an officer ask. With BEFORE=<folder of another
// built tree>, both stacks run side by side and are asked in turns. ROUNDS, SECONDS, SCALE and QUESTIONS choose less or
// more.
import { answersOf, requireEqual } from "../support/answers.mjs";
import { load, requestsFor } from "../support/load.mjs";
import { median, ratio, rotated, short, shortSpread } from "../support/numbers.mjs";
import { readAll } from "../support/pages.mjs";
import { timeByPart } from "../support/processes.mjs";
import { printTable, writeResults } from "../support/report.mjs";
import { run, say } from "../support/run.mjs";
import { number } from "../support/settings.mjs";
import { startStack } from "../support/stack.mjs";
import { graphQueries, questionsOf } from "./questions.mjs";

const rounds = number("ROUNDS", 3);
const seconds = number("SECONDS", 5);
const scale = number("SCALE", 200_000);
const connections = 10;
const parts = ["gateway", "recruitment", "dispatch", "fellowship", "cooperation"];
const reading = "all dispatches in pages of 500 (officer)";

run(async () => {
  const stacks = [await open("now")];
  if (process.env.BEFORE) stacks.unshift(await open("before", process.env.BEFORE));
  const all = Object.keys(stacks[0].questions);
  const wanted = new RegExp(process.env.QUESTIONS ?? "");
  const names = all.filter((name) => wanted.test(name));
  await compareAnswers(stacks, names);
  for (const name of names) {
    for (const stack of stacks) await loadOf(stack, name, { count: 300 });
  }
  const measured = [];
  for (let round = 0; round < rounds; round += 1) {
    say(`Round ${round + 1} of ${rounds} …`);
    for (const name of names) {
      for (const stack of rotated(stacks, round)) measured.push(await measure(stack, name));
    }
    if (!wanted.test(reading)) continue;
    for (const stack of rotated(stacks, round)) measured.push(await measureReading(stack));
  }
  report(measured, stacks);
});

async function open(name, tree) {
  const started = await startStack({
    name: `stack-${name}`,
    tree,
    scale,
    data: name === "now" ? "" : name,
  });
  const officer = started.headersOf("dispatch-officer");
  const questions = await questionsOf({ url: started.url, officer });
  return { ...started, name, officer, questions };
}

/** Two trees must answer the same; one that fails at something is told at once. */
async function compareAnswers(stacks, names) {
  for (const name of names) {
    let expected;
    for (const { name: tree, url, questions } of stacks) {
      const requests = requestsFor(questions[name], questions[name].headers);
      const answers = (await answersOf(url, requests)).map(comparable);
      requireEqual(`${tree}, ${name},`, answers, (expected ??= answers));
    }
  }
  say("All questions are answered.");
}

/** An answer without what no two stacks have in common: ids that the database made, and cursors. */
function comparable(answer) {
  return answer.replaceAll(/"(id|endCursor)":"[^"]*"/g, '"$1":""');
}

function loadOf({ url, questions }, name, extent) {
  const { headers } = questions[name];
  return load(url, requestsFor(questions[name], headers), { connections, ...extent });
}

async function measure(stack, question) {
  const before = timeByPart(stack.pid);
  const { answered, ...result } = await loadOf(stack, question, { seconds });
  const times = difference(timeByPart(stack.pid), before, answered);
  return { tree: stack.name, question, ...times, answered, ...result };
}

async function measureReading(stack) {
  const { pid, url, officer } = stack;
  const before = timeByPart(pid);
  const { rows, milliseconds } = await readAll({
    url,
    headers: officer,
    query: graphQueries.page,
  });
  const times = difference(timeByPart(pid), before, 1);
  return { tree: stack.name, question: reading, ...times, rows, milliseconds };
}

function difference(after, before, requests) {
  const spent = {};
  for (const part of Object.keys(after)) {
    spent[part] = (after[part] - (before[part] ?? 0)) / requests;
  }
  const whole = Object.values(spent).reduce((sum, time) => sum + time, 0);
  return { whole, parts: spent };
}

function report(measured, stacks) {
  const shown = [...parts, "PostgreSQL", "other"];
  const questions = [...new Set(measured.map(({ question }) => question))];
  const rows = questions.flatMap((question) =>
    stacks.map(({ name }) => {
      const of = (tree, value) =>
        measured.filter((each) => each.question === question && each.tree === tree).map(value);
      const whole = of(name, (each) => each.whole);
      const before = of("before", (each) => each.whole);
      return [
        question,
        name,
        shortSpread(whole),
        ...(stacks.length > 1 ? [ratio(median(whole), median(before))] : []),
        ...shown.map((part) => short(median(of(name, (each) => each.parts[part] ?? 0)))),
        short(median(of(name, (each) => each.p50 ?? each.milliseconds))),
        of(name, (each) => each.failed ?? 0).reduce((sum, failed) => sum + failed, 0),
      ];
    }),
  );
  const compared = stacks.length > 1 ? ["× before"] : [];
  const header = ["question", "tree", "CPU ms a request", ...compared, ...shown];
  printTable(
    `The whole stack, ${connections} connections, scale ${scale}`,
    header.concat("p50 ms", "failed"),
    rows,
  );
  writeResults("stack", { rounds, seconds, scale, measured });
}
