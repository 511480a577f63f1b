// What Linux says of processes: their processor time, their memory, how they were started.
import { readdirSync, readFileSync } from "node:fs";

/** Milliseconds of a tick of /proc: 100 ticks a second on every usual kernel. */
const tick = 10;

/** Milliseconds of processor time that a process has used, all threads together. */
export function processorTime(pid) {
  return statOf(pid).own;
}

/** Megabytes of memory that a process has resident. */
export const residentMegabytes = (pid) => megabytesOf(pid, "VmRSS");

/** Megabytes of a process's resident memory that it shares with no other. */
export const privateMegabytes = (pid) => megabytesOf(pid, "RssAnon");

function megabytesOf(pid, name) {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1_024;
}

/** The program and arguments of a process. */
export function commandLine(pid) {
  return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").slice(0, -1);
}

/** The environment that a process was started with. */
export function environmentOf(pid) {
  const pairs = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0").slice(0, -1);
  return Object.fromEntries(
    pairs.map((pair) => {
      const end = pair.indexOf("=");
      return [pair.slice(0, end), pair.slice(end + 1)];
    }),
  );
}

/** A process and all that descend from it. */
export function familyOf(ancestor) {
  const processes = readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      return [{ pid: Number(name), command: commandLine(name).join(" "), ...statOf(name) }];
    } catch {
      return []; // It has ended meanwhile.
    }
  });
  const parents = new Map(processes.map(({ pid, parent }) => [pid, parent]));
  const descends = (pid) => pid === ancestor || (pid > 1 && descends(parents.get(pid) ?? 0));
  return processes.filter(({ pid }) => descends(pid));
}

/**
 * Processor time of a family by what each process is. That of a process which has ended is its parent's: PostgreSQL has
 * one a connection.
 */
export function timeByPart(ancestor) {
  const times = {};
  for (const { command, own, ended } of familyOf(ancestor)) {
    const part = partOf(command);
    times[part] = (times[part] ?? 0) + own + ended;
  }
  return times;
}

/** What a process of the local stack is. */
export function partOf(command) {
  if (/postgres/.test(command)) return "PostgreSQL";
  if (/dist\/gateway\/main\.js/.test(command)) return "gateway";
  return /dist\/subgraphs\/(\w+)\/main\.js/.exec(command)?.[1] ?? "other";
}

function statOf(pid) {
  const text = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The name in parentheses may hold spaces: what follows it is the third field (proc_pid_stat(5)).
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const [user, system, endedUser, endedSystem] = fields.slice(11, 15).map(Number);
  return {
    parent: Number(fields[1]),
    own: (user + system) * tick,
    ended: (endedUser + endedSystem) * tick,
  };
}
