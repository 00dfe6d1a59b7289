import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { freePort } from "../../chaos/harness/ports";
import { environment, program } from "./program";
import type { Stage } from "./stage";

/** The built program on a free port, on storage of its own. In a process of its own too, or on a stage with those before it. */
export class Kanal {
  private process: ChildProcess | undefined;
  private output = "";
  private readonly before: number;

  private constructor(
    readonly url: string,
    private readonly folder: string,
    private readonly database: string | undefined,
    private readonly command: string[],
    private readonly stage: Stage | undefined,
  ) {
    this.before = stage?.output.length ?? 0;
  }

  static start(engine: string, ...command: string[]): Promise<Kanal> {
    return Kanal.startWith(engine, command, undefined);
  }

  static startOn(stage: Stage, engine: string): Promise<Kanal> {
    return Kanal.startWith(engine, [], stage);
  }

  private static async startWith(engine: string, command: string[], stage: Stage | undefined) {
    const folder = mkdtempSync(join(tmpdir(), "kanal-browser-"));
    const url = `http://127.0.0.1:${await freePort()}`;
    const kanal = new Kanal(url, folder, newDatabase(engine), command, stage);
    await kanal.startAgain();
    return kanal;
  }

  /** Starts on the same address and the same storage, and waits for the first answer. */
  async startAgain(): Promise<void> {
    const settings = {
      // No proxy has to notice that it stops.
      KANAL_DRAIN: "0",
      KANAL_URL: this.url,
      KANAL_DATA: this.folder,
      ...(this.database ? { KANAL_DATABASE: this.database } : {}),
    };
    if (this.stage) this.stage.start(settings);
    else this.spawn(settings);
    // A demo makes up its weeks first; a machine that is busy with other things takes its time over that.
    const patience = Date.now() + 90_000;
    while (!(await this.answers())) {
      if (!this.lives || Date.now() > patience) {
        // Nobody has it yet who would end it.
        await this.end("SIGKILL");
        throw new Error(`The server did not start:\n${this.printed}`);
      }
      await setTimeout(50);
    }
  }

  private spawn(settings: Record<string, string>): void {
    const server = spawn(program, this.command, {
      env: { ...environment, ...settings },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.process = server;
    server.stdout.on("data", (text) => (this.output += text));
    server.stderr.on("data", (text) => (this.output += text));
  }

  private get lives(): boolean {
    return this.stage?.lives ?? (this.process?.exitCode === null && this.process.signalCode === null);
  }

  /** As `kill -9`. */
  kill(): Promise<void> {
    if (this.stage) throw new Error("Its process is not its own: test.use({ ownProcess: true })");
    return this.end("SIGKILL");
  }

  /** In good order: a demo takes its own folder with it. */
  async stop(): Promise<void> {
    await this.end("SIGTERM");
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (this.stage) {
      await this.stage.stop(this.url);
    } else if (this.process && this.lives) {
      const gone = once(this.process, "exit");
      this.process.kill(signal);
      await gone;
    }
  }

  /** What the program has printed since it was started first. */
  get printed(): string {
    return this.stage?.output.slice(this.before) ?? this.output;
  }

  private async answers(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/health/ready`)).ok;
    } catch {
      return false;
    }
  }
}

function newDatabase(engine: string): string | undefined {
  if (engine !== "postgres") return undefined;
  const cluster = process.env.KANAL_TEST_POSTGRES;
  if (!cluster) throw new Error("KANAL_TEST_POSTGRES names no cluster.");
  const part = (name: string) => new RegExp(`${name}=([^;]*)`, "i").exec(cluster)?.[1] ?? "";
  const name = `browser_${randomUUID().replaceAll("-", "")}`;
  execFileSync("createdb", ["-h", part("Host"), "-p", part("Port"), "-U", part("Username"), name]);
  return cluster.replace(/Database=[^;]*/i, `Database=${name}`);
}
