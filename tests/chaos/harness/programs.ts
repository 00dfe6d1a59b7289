import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** The root of the tree; what is compiled lies in artifacts/chaos, as deep below it as the source. */
export const root = resolve(import.meta.dirname, "../../..");

export function isRoot(): boolean {
  return process.geteuid?.() === 0;
}

/** Where a program is, also one for administrators; undefined where it is not installed. */
export function find(program: string): string | undefined {
  const folders = `${process.env.PATH ?? ""}:/usr/sbin:/sbin`.split(":");
  return folders.map((folder) => join(folder, program)).find((file) => existsSync(file));
}

/** A program that runs beside us; its output goes to a file. */
export class Running {
  private readonly process: ChildProcess;

  constructor(
    program: string,
    args: string[],
    log: string,
    environment: NodeJS.ProcessEnv = {},
    cwd?: string,
  ) {
    const output = openSync(log, "a");
    this.process = spawn(program, args, {
      env: { ...process.env, ...environment },
      stdio: ["ignore", output, output],
      ...(cwd === undefined ? {} : { cwd }),
    });
    this.process.on("error", (error) => console.error(`${program} could not be run: ${error.message}`));
    closeSync(output);
  }

  get runs(): boolean {
    return (
      this.process.pid !== undefined && this.process.exitCode === null && this.process.signalCode === null
    );
  }

  signal(signal: NodeJS.Signals): void {
    if (this.runs) this.process.kill(signal);
  }

  /** Sends a signal, and returns when the program has gone; one that does not go is killed. */
  async end(signal: NodeJS.Signals, patience = 15_000): Promise<void> {
    if (!this.runs) return;
    const gone = once(this.process, "exit");
    this.process.kill(signal);
    const late = new AbortController();
    await Promise.race([gone, pause(patience, undefined, { signal: late.signal }).catch(() => {})]);
    late.abort();
    if (!this.runs) return;
    this.process.kill("SIGKILL");
    await gone;
    throw new Error(`A program did not go within ${patience} ms of ${signal}.`);
  }
}

/** Asks until the answer is yes. */
export async function until(
  what: string,
  patience: number,
  isSo: () => boolean | Promise<boolean>,
): Promise<void> {
  const end = performance.now() + patience;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`${what}: not within ${patience} ms.`);
    await pause(50);
  }
}
