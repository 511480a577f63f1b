// An officer's questions to the whole graph beside what one would take instead over the same database: PostGraphile, and
// graphql-js over SQL by hand. Processor time is that of all processes that work on a request. ROUNDS, SECONDS and SCALE
// choose less or more.
import { answersOf, requireEqual } from "../support/answers.mjs";
import { load, requestsFor } from "../support/load.mjs";
import { median, ratio, rotated, short, shortSpread } from "../support/numbers.mjs";
import { readAll } from "../support/pages.mjs";
import { printTable, writeResults } from "../support/report.mjs";
import { run, say } from "../support/run.mjs";
import { number } from "../support/settings.mjs";
import { startStack } from "../support/stack.mjs";
import { officersQuestions } from "../stack/questions.mjs";
import { startContenders } from "./contenders.mjs";
import { comparable } from "./questions.mjs";

const rounds = number("ROUNDS", 4);
const seconds = number("SECONDS", 4);
const scale = number("SCALE", 200_000);
const connections = 20;
const reading = "all dispatches in pages of 500, 1 connection";

run(async () => {
  const stack = await startStack({ data: "", scale });
  const contenders = await startContenders(stack);
  for (const contender of contenders) {
    contender.questions = await officersQuestions(contender, contender.queries);
  }
  const questions = Object.keys(contenders[0].questions);
  for (const question of questions) await requireEqualAnswers(question, contenders);
  const measured = [];
  for (let round = 0; round < rounds; round += 1) {
    say(`Round ${round + 1} of ${rounds} …`);
    for (const question of questions) {
      for (const contender of rotated(contenders, round)) {
        measured.push(await measure(contender, question));
      }
    }
    for (const contender of rotated(contenders, round)) {
      measured.push(await measureReading(contender));
    }
  }
  report(
    measured,
    contenders.map(({ name }) => name),
  );
});

async function requireEqualAnswers(question, contenders) {
  let expected;
  for (const { name, url, headers, questions } of contenders) {
    const answers = await answersOf(url, requestsFor(questions[question], headers));
    const texts = answers.map(comparable);
    requireEqual(`${name}, ${question},`, texts, (expected ??= texts));
  }
  say(`${question}: all answers are equal.`);
}

async function measure({ name, url, headers, questions, spent }, question) {
  const requests = requestsFor(questions[question], headers);
  await load(url, requests, { connections, count: 200 });
  const before = spent();
  const { answered, ...result } = await load(url, requests, { connections, seconds });
  const processor = difference(spent(), before, answered);
  return { name, question, processor, answered, ...result };
}

async function measureReading({ name, url, headers, queries, spent }) {
  const before = spent();
  const { rows, milliseconds } = await readAll({ url, headers, query: queries.page });
  const processor = difference(spent(), before, 1);
  return { name, question: reading, processor, rows, milliseconds };
}

/** Milliseconds of processor time a request, of each process that had any, and of all together. */
function difference(after, before, requests) {
  const parts = Object.entries(after).map(([part, time]) => [
    part,
    (time - (before[part] ?? 0)) / requests,
  ]);
  const all = parts.reduce((sum, [, time]) => sum + time, 0);
  return { ...Object.fromEntries(parts), all };
}

function report(measured, names) {
  const rows = [];
  for (const question of new Set(measured.map((each) => each.question))) {
    const of = (name, value) =>
      measured.filter((each) => each.question === question && each.name === name).map(value);
    const base = median(of("PostGraphile", ({ processor }) => processor.all));
    for (const name of names) {
      const all = of(name, ({ processor }) => processor.all);
      rows.push([
        question,
        name,
        shortSpread(all),
        ratio(median(all), base),
        partsOf(of(name, ({ processor }) => processor)),
        short(median(of(name, ({ p50, milliseconds }) => p50 ?? milliseconds))),
        of(name, ({ failed = 0 }) => failed).reduce((sum, failed) => sum + failed, 0),
      ]);
    }
  }
  const header = ["question", "asked of", "CPU ms a request", "× PostGraphile"];
  printTable(
    `An officer's questions, ${connections} connections, scale ${scale}`,
    [...header, "of which", "p50 ms", "failed"],
    rows,
  );
  writeResults("records", { rounds, seconds, scale, measured });
}

/** The parts that take more than a hundredth of a request's time. */
function partsOf(processors) {
  const middle = (part) => median(processors.map((processor) => processor[part] ?? 0));
  return Object.keys(processors[0])
    .filter((part) => part !== "all" && middle(part) > middle("all") / 100)
    .map((part) => `${part} ${short(middle(part))}`)
    .join(", ");
}
