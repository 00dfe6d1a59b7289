import { setTimeout as pause } from "node:timers/promises";
import type { Centre } from "./harness/centre.ts";
import type { Node } from "./harness/node.ts";
import { until } from "./harness/programs.ts";
import type { Random } from "./load/random.ts";

export interface Fault {
  name: string;
  /** What is lacking for it here, in a sentence; undefined where nothing is. */
  lacks?: (centre: Centre) => string | undefined;
  /** It takes more than others, and is done only where somebody asks for it. */
  onlyByName?: boolean;
  /** Does the harm, and sees to it that what was harmed runs again. */
  strike: (centre: Centre, random: Random) => Promise<string>;
}

const node = (centre: Centre, random: Random): Node => random.pick(centre.nodes);

const lacking = "a disk that can be filled takes root and a loop device";

/** One node, or now and then all of them at the same moment. */
const victims = (centre: Centre, random: Random): Node[] =>
  random.chance(0.25) ? centre.nodes : [node(centre, random)];

const names = (nodes: Node[]) => nodes.map((one) => one.name).join(" and ");

export const faults: Fault[] = [
  {
    name: "kill",
    strike: async (centre, random) => {
      const killed = victims(centre, random);
      await Promise.all(killed.map((one) => one.kill()));
      await pause(random.between(0, 500));
      await Promise.all(killed.map((one) => one.start()));
      return `${names(killed)} killed (-9) and started again`;
    },
  },
  {
    name: "stop",
    strike: async (centre, random) => {
      const victim = node(centre, random);
      await victim.stop();
      await victim.start();
      return `${victim.name} stopped (SIGTERM) and started again`;
    },
  },
  {
    name: "pause",
    strike: async (centre, random) => {
      const paused = victims(centre, random);
      const seconds = random.between(1, 7);
      for (const one of paused) one.pause();
      await pause(seconds * 1000);
      for (const one of paused) one.goOn();
      await Promise.all(paused.map((one) => one.becomeReady()));
      return `${names(paused)} paused for ${seconds.toFixed(1)} s`;
    },
  },
  {
    name: "restart",
    strike: async (centre) => {
      await centre.postgres.stop("fast");
      await centre.postgres.startAgain();
      await ready(centre);
      return "PostgreSQL restarted (fast)";
    },
  },
  {
    name: "crash",
    strike: async (centre) => {
      await centre.postgres.stop("immediate");
      await centre.postgres.startAgain();
      await ready(centre);
      return "PostgreSQL crashed (immediate) and started again";
    },
  },
  {
    name: "failover",
    onlyByName: true,
    strike: async (centre) => {
      await centre.postgres.failOver();
      await ready(centre);
      return "PostgreSQL crashed, and its standby took its place";
    },
  },
  {
    name: "cut",
    strike: async (centre, random) => {
      const all = random.chance(0.5);
      const one = node(centre, random);
      await centre.proxy.cut(all ? undefined : one);
      return `every connection ${all ? "" : `to ${one.name} `}cut at the proxy`;
    },
  },
  {
    name: "terminate",
    strike: async (centre) => {
      const cut = await centre.postgres.cutConnections();
      await ready(centre);
      return `${cut} connections to PostgreSQL cut`;
    },
  },
  {
    name: "disk",
    lacks: (centre) => (centre.volumes.database ? undefined : lacking),
    strike: async (centre, random) => {
      centre.volumes.database?.fill();
      await pause(random.between(2000, 5000));
      centre.volumes.database?.empty();
      const fell = !centre.postgres.runs();
      if (fell) await centre.postgres.startAgain();
      await ready(centre);
      return `the database's disk was full${fell ? ", and PostgreSQL had to be started again" : ""}`;
    },
  },
  {
    name: "files",
    lacks: (centre) => (centre.volumes.files ? undefined : lacking),
    strike: async (centre, random) => {
      centre.volumes.files?.fill();
      await pause(random.between(2000, 5000));
      centre.volumes.files?.empty();
      await ready(centre);
      return "the disk of the data folder was full";
    },
  },
  {
    name: "clock",
    lacks: (centre) => (centre.setsClocks ? undefined : "another clock for one process takes a C compiler"),
    strike: async (centre, random) => {
      const wrong = victims(centre, random);
      // Further ahead: what is due at a time of the clock that was wrong is as much later when it is right again. docs/chaos.md
      const seconds = random.pick([-3600, -90, -5, 2, 5]);
      for (const one of wrong) one.setClock(seconds);
      await pause(random.between(2000, 4000));
      for (const one of wrong) one.setClock(0);
      return `the clock of ${names(wrong)} went ${seconds} s and back`;
    },
  },
];

async function ready(centre: Centre): Promise<void> {
  let why: string[] = [];
  try {
    await until("All nodes are ready", 30_000, async () => {
      why = await Promise.all(
        centre.nodes.map(async (one) => `${one.name}: ${(await one.unready()) ?? "ready"}`),
      );
      return why.every((one) => one.endsWith(": ready"));
    });
  } catch (error) {
    throw new Error(`At last ${why.join("; ")}`, { cause: error });
  }
}
