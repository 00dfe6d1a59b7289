import { setTimeout as pause } from "node:timers/promises";
import type { Centre } from "./harness/centre.ts";
import type { Node } from "./harness/node.ts";
import { until } from "./harness/programs.ts";
import type { Random } from "./load/random.ts";

export interface Fault {
  name: string;
  /** What is lacking for it here, in a sentence; undefined where nothing is. */
  lacks?: (centre: Centre) => string | undefined;
  /** Does the harm, and sees to it that what was harmed runs again. */
  strike: (centre: Centre, random: Random) => Promise<string>;
}

const node = (centre: Centre, random: Random): Node => random.pick(centre.nodes);

export const faults: Fault[] = [
  {
    name: "kill",
    strike: async (centre, random) => {
      const victim = node(centre, random);
      await victim.kill();
      await pause(random.between(0, 500));
      await victim.start();
      return `${victim.name} killed (-9) and started again`;
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
      const victim = node(centre, random);
      const seconds = random.between(1, 7);
      victim.pause();
      await pause(seconds * 1000);
      victim.goOn();
      await victim.becomeReady();
      return `${victim.name} paused for ${seconds.toFixed(1)} s`;
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
    lacks: (centre) => (centre.volume ? undefined : "a disk that can be filled takes root and a loop device"),
    strike: async (centre, random) => {
      centre.volume?.fill();
      await pause(random.between(2000, 5000));
      centre.volume?.empty();
      const fell = !centre.postgres.runs();
      if (fell) await centre.postgres.startAgain();
      await ready(centre);
      return `the disk was full${fell ? ", and PostgreSQL had to be started again" : ""}`;
    },
  },
  {
    name: "clock",
    lacks: (centre) => (centre.setsClocks ? undefined : "another clock for one process takes a C compiler"),
    strike: async (centre, random) => {
      const victim = node(centre, random);
      // Further ahead: what is due at a time of the clock that was wrong is as much later when it is right again. docs/chaos.md
      const seconds = random.pick([-3600, -90, -5, 2, 5]);
      victim.setClock(seconds);
      await pause(random.between(2000, 4000));
      victim.setClock(0);
      return `the clock of ${victim.name} went ${seconds} s and back`;
    },
  },
];

function ready(centre: Centre): Promise<void> {
  return until("All nodes are ready", 30_000, async () => {
    const states = await Promise.all(centre.nodes.map((one) => one.isReady()));
    return states.every((is) => is);
  });
}
