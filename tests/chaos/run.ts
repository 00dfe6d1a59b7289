import { setMaxListeners } from "node:events";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { check } from "./checker/check.ts";
import { toldLate } from "./checker/readers.ts";
import type { Evidence, Verdict } from "./checker/records.ts";
import { type Fault, faults } from "./faults.ts";
import { Centre } from "./harness/centre.ts";
import { clockLibrary } from "./harness/clock.ts";
import { until } from "./harness/programs.ts";
import { Volume } from "./harness/volume.ts";
import { Crowd } from "./load/crowd.ts";
import { now } from "./load/diary.ts";
import { hangUp } from "./load/http.ts";
import { list, summariesOf } from "./load/listing.ts";
import { Random } from "./load/random.ts";
import { type Options, read, usage } from "./options.ts";

// In the few seconds of a run of the tests: those that find most for their time, in this order.
const shortly = ["kill", "terminate", "crash", "pause", "cut"];

const say = (text: string) => console.log(`${(now() / 1000).toFixed(1).padStart(7)}  ${text}`);

async function main(options: Options): Promise<boolean> {
  const logs = resolve(options.logs);
  rmSync(logs, { recursive: true, force: true });
  mkdirSync(logs, { recursive: true });
  say(
    `seed ${options.seed}, ${options.nodes} nodes, ${options.visitors} visitors, ${options.agents} agents, ${options.seconds} s`,
  );
  const wanted =
    options.faults.length > 0
      ? options.faults
      : options.short
        ? shortly
        : faults.flatMap((fault) => (fault.onlyByName ? [] : [fault.name]));
  const volumes = {
    database: wanted.includes("disk") ? Volume.make(options.folder, "disk", 400) : undefined,
    files: wanted.includes("files") ? Volume.make(options.folder, "files", 40) : undefined,
  };
  let centre: Centre | undefined;
  try {
    centre = await Centre.start(
      options.folder,
      options.nodes,
      wanted.includes("failover"),
      volumes,
      wanted.includes("clock") ? clockLibrary(options.folder) : undefined,
    );
    const accounts = await centre.setUp(options.agents);
    say("PostgreSQL, the nodes and HAProxy are up");
    const crowd = new Crowd(
      centre,
      accounts,
      options.visitors,
      options.seed,
      options.short ? 0.6 : 1.5,
      logs,
    );
    crowd.begin();
    await rage(centre, options, wanted);
    await centre.heal();
    say("everything is healed");
    const evidence = await settle(centre, crowd, options);
    const { listed, listedFrom, listedTo } = evidence;
    writeFileSync(join(logs, "listed.json"), JSON.stringify({ listedFrom, listedTo, listed }, null, 1));
    return report(check(evidence), evidence, logs);
  } finally {
    hangUp();
    for (const node of centre?.nodes ?? []) writeFileSync(join(logs, `${node.name}.log`), node.printed);
    await centre?.end();
    volumes.database?.unmount();
    volumes.files?.unmount();
  }
}

/** One fault after the other, until the time is over: each once in a short run, as chance has it in a long one. */
async function rage(centre: Centre, options: Options, wanted: string[]): Promise<void> {
  const random = new Random(options.seed, "faults");
  const able = faults
    .filter((fault) => wanted.includes(fault.name))
    .filter((fault) => {
      const lacking = fault.lacks?.(centre);
      if (lacking !== undefined) say(`skipped: ${fault.name}, for ${lacking}`);
      return lacking === undefined;
    });
  const order = options.short ? wanted.flatMap((name) => able.filter((fault) => fault.name === name)) : able;
  const end = performance.now() + options.seconds * 1000;
  await pause(3000);
  for (let turn = 0; performance.now() < end && (!options.short || turn < order.length); turn++) {
    const fault: Fault | undefined = options.short ? order[turn] : random.pick(order);
    if (fault === undefined) break;
    const began = performance.now();
    const done = await fault.strike(centre, random);
    say(`${done} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
    await pause(options.short ? 700 : random.between(500, 6000));
  }

  await pause(Math.max(0, end - performance.now()));
}

/** Lets everything come to rest, and then asks how all of it stands. */
async function settle(centre: Centre, crowd: Crowd, options: Options): Promise<Evidence> {
  // Nobody waits for it where all is well.
  const patience = options.short ? 25_000 : 40_000;
  if (!(await crowd.calm(patience))) say("somebody was not done in time");
  // Agents are there and take whatever rings: nobody may wait for ever.
  await until(
    "Nobody waits any more",
    patience,
    async () => (await centre.do("GET", "/conversations?list=queue&limit=1")).data.length === 0,
  ).catch((error) => say(String(error)));
  await until(
    "All have caught up",
    patience,
    async () => crowd.behind(await summariesOf(centre)).length === 0,
  ).catch((error) => say(String(error)));
  const from = now();
  const listed = await list(centre);
  const to = now();
  crowd.end();
  const logs = crowd.diaries.map(({ name, lines }) => ({ name, lines }));
  return { logs, listed, listedFrom: from, listedTo: to };
}

function report(verdicts: Verdict[], evidence: Evidence, logs: string): boolean {
  const count = (kind: string) =>
    evidence.logs.reduce((sum, log) => sum + log.lines.filter((line) => line.k === kind).length, 0);
  say(
    `${evidence.listed.length} conversations, ${count("started") + count("written")} messages acknowledged, ${count("got")} received, ${count("answered")} offers answered, ${count("release")} let go`,
  );
  const late = toldLate(evidence);
  if (late > 0) say(`desks were told ${late} messages after a later one, and put them in their places`);
  for (const { promise, looked, violations } of verdicts) {
    console.log(`${violations.length === 0 ? "ok    " : "BROKEN"}  ${promise} (${looked})`);
    for (const violation of violations.slice(0, 20)) console.log(`          ${violation}`);
    if (violations.length > 20) console.log(`          ... and ${violations.length - 20} more`);
  }

  const failed = verdicts.filter((verdict) => verdict.violations.length > 0).length;
  writeFileSync(
    join(logs, "verdicts.json"),
    JSON.stringify({ passed: verdicts.length - failed, failed, verdicts }, null, 1),
  );
  return failed === 0;
}

/** Holds the promises against diaries that were kept. */
function checkAgain(logs: string): boolean {
  const { listedFrom, listedTo, listed } = JSON.parse(readFileSync(join(logs, "listed.json"), "utf8"));
  const diaries = readdirSync(logs)
    .filter((file) => file.endsWith(".jsonl"))
    .map((file) => ({
      name: file.replace(".jsonl", ""),
      lines: readFileSync(join(logs, file), "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line)),
    }));
  const evidence: Evidence = { logs: diaries, listed, listedFrom, listedTo };
  return report(check(evidence), evidence, logs);
}

let options: Options;
try {
  options = read(process.argv.slice(2));
} catch (error) {
  console.error(`${(error as Error).message}\n${usage}`);
  process.exit(2);
}

// Hundreds wait for the same end.
setMaxListeners(0);
if (options.check !== undefined) process.exit(checkAgain(resolve(options.check)) ? 0 : 1);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(1));
main(options).then(
  (good) => process.exit(good ? 0 : 1),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
