import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { freePort } from "../../chaos/harness/ports";

const program = resolve(import.meta.dirname, "../../../artifacts/kanal/kanal");

/** The built program on a free port, on storage of its own. */
export class Kanal {
  private process: ChildProcess | undefined;
  private output = "";

  private constructor(
    readonly url: string,
    private readonly folder: string,
    private readonly database: string | undefined,
    private readonly command: string[],
  ) {}

  static async start(engine: string, ...command: string[]): Promise<Kanal> {
    const folder = mkdtempSync(join(tmpdir(), "kanal-browser-"));
    const kanal = new Kanal(`http://127.0.0.1:${await freePort()}`, folder, newDatabase(engine), command);
    await kanal.startAgain();
    return kanal;
  }

  /** Starts on the same address and the same storage, and waits for the first answer. */
  async startAgain(): Promise<void> {
    const server = spawn(program, this.command, {
      env: {
        ...process.env,
        // A server that lives for seconds gains nothing from compiling what is used often a second time.
        DOTNET_TC_CallCounting: "0",
        DOTNET_TieredPGO: "0",
        // No proxy has to notice that it stops.
        KANAL_DRAIN: "0",
        KANAL_URL: this.url,
        KANAL_DATA: this.folder,
        ...(this.database ? { KANAL_DATABASE: this.database } : {}),
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.process = server;
    server.stdout.on("data", (text) => (this.output += text));
    server.stderr.on("data", (text) => (this.output += text));
    // A demo makes up its weeks first; a machine that is busy with other things takes its time over that.
    const patience = Date.now() + 90_000;
    while (!(await this.answers())) {
      if (server.exitCode !== null || Date.now() > patience) {
        // Nobody has it yet who would end it.
        await this.kill();
        throw new Error(`The server did not start:\n${this.output}`);
      }
      await setTimeout(50);
    }
  }

  /** As `kill -9`. */
  kill(): Promise<void> {
    return this.end("SIGKILL");
  }

  /** In good order: a demo takes its own folder with it. */
  async stop(): Promise<void> {
    await this.end("SIGTERM");
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (this.process && this.process.exitCode === null && this.process.signalCode === null) {
      const gone = once(this.process, "exit");
      this.process.kill(signal);
      await gone;
    }
  }

  /** What the program has printed since it was started first. */
  get printed(): string {
    return this.output;
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
