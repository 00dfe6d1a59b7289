import { parseArgs } from "node:util";
import { faults } from "./faults.ts";

export interface Options {
  /** Two minutes of load and more, or the few seconds that every run of the tests can spare. */
  short: boolean;
  seconds: number;
  seed: number;
  faults: string[];
  nodes: number;
  visitors: number;
  agents: number;
  /** A folder with the diaries of a run, which are only checked again. */
  check: string | undefined;
  /** Where diaries and logs go; they are kept. */
  logs: string;
  /** For what is needed only while it runs. */
  folder: string;
}

export const usage = `bin/chaos [--minutes N] [--seed S] [--faults a,b] [--nodes 1|2] [--visitors N] [--agents N] [--short] [--check FOLDER]
  faults: ${faults.map((fault) => fault.name).join(", ")}; all that can be done here where none are named`;

/** Throws a sentence where they make no sense. */
export function read(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      minutes: { type: "string", default: "2" },
      seed: { type: "string" },
      faults: { type: "string" },
      nodes: { type: "string", default: "2" },
      visitors: { type: "string" },
      agents: { type: "string" },
      short: { type: "boolean", default: false },
      logs: { type: "string", default: "artifacts/chaos-run" },
      check: { type: "string" },
      folder: { type: "string", default: "." },
    },
  });
  const named = values.faults?.split(",").filter((name) => name !== "") ?? [];
  const unknown = named.find((name) => !faults.some((fault) => fault.name === name));
  if (unknown !== undefined) throw new Error(`There is no fault "${unknown}".`);
  return {
    short: values.short,
    seconds: values.short ? 12 : number("minutes", values.minutes) * 60,
    seed: values.seed === undefined ? Math.floor(Math.random() * 1e9) : number("seed", values.seed),
    faults: named,
    nodes: number("nodes", values.nodes),
    visitors: number("visitors", values.visitors ?? (values.short ? "120" : "300")),
    agents: number("agents", values.agents ?? (values.short ? "12" : "30")),
    check: values.check,
    logs: values.logs,
    folder: values.folder,
  };
}

function number(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new Error(`--${name} is a number above 0, not "${text}".`);
  return value;
}
