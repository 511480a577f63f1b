// Whether answers are equal, whatever the order in which fields come.
import { setTimeout as delay } from "node:timers/promises";

/** What is answered to a request, with an error of its own where it failed. */
export async function ask(url, { headers, body }) {
  const response = await fetch(url, { method: "POST", headers, body });
  if (response.status === 429) {
    await response.text();
    await delay(1_000);
    return ask(url, { headers, body });
  }
  const { data, errors } = await response.json();
  if (errors) throw new Error(`${url} answers ${JSON.stringify(errors).slice(0, 800)} to ${body}`);
  return data;
}

/** The answers to requests as texts that are equal if the answers are. */
export async function answersOf(url, requests) {
  const answers = [];
  for (const request of requests) answers.push(JSON.stringify(ordered(await ask(url, request))));
  return answers;
}

/** Throws with the first answer that is not as expected. */
export function requireEqual(name, answers, expected) {
  const index = answers.findIndex((answer, place) => answer !== expected[place]);
  if (index === -1) return;
  const [found, wanted] = [answers[index], expected[index]];
  let at = 0;
  while (found[at] === wanted[at]) at += 1;
  const around = (text) => text.slice(Math.max(0, at - 100), at + 100);
  throw new Error(`${name} answers otherwise (${index}): ${around(found)} ≠ ${around(wanted)}`);
}

function ordered(value) {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== "object") return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, ordered(value[key])]));
}
