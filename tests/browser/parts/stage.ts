import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { environment, program } from "./program";

const hook = resolve(import.meta.dirname, "../../Stage/bin/Release/net10.0/Kanal.Stage.dll");

/** One process that serves one installation after another, each with all parts of its own: tests/Stage. */
export class Stage {
  output = "";

  private constructor(private readonly process: ChildProcess) {
    process.stdout?.on("data", (text) => (this.output += text));
    process.stderr?.on("data", (text) => (this.output += text));
  }

  static open(): Stage {
    if (!existsSync(hook))
      throw new Error(`There is no ${hook}: dotnet build -c Release tests/Stage makes it.`);
    return new Stage(
      spawn(program, ["serve"], {
        env: { ...environment, DOTNET_STARTUP_HOOKS: hook },
        stdio: ["pipe", "pipe", "pipe"],
      }),
    );
  }

  get lives(): boolean {
    return this.process.exitCode === null && this.process.signalCode === null;
  }

  /** Begins to start a server. */
  start(settings: Record<string, string>): void {
    this.process.stdin?.write(`${JSON.stringify(settings)}\n`);
  }

  /** In good order, as at SIGTERM. */
  async stop(url: string): Promise<void> {
    this.process.stdin?.write(`${url}\n`);
    while (this.lives && !this.output.includes(`stage: closed ${url}\n`)) await setTimeout(10);
  }

  async close(): Promise<void> {
    if (!this.lives) return;
    const gone = once(this.process, "exit");
    this.process.stdin?.end();
    await gone;
  }
}
