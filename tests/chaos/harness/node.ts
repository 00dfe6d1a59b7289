import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ask } from "../load/http.ts";
import { setClock } from "./clock.ts";
import { freePort } from "./ports.ts";
import { Running, root, until } from "./programs.ts";

/** Another one than was built here: one that is installed, or an older one. */
const program = process.env.KANAL_PROGRAM ?? join(root, "artifacts/kanal/kanal");

/** One `kanal serve`, as it is installed: killed, stopped, paused and started again. */
export class Node {
  private server: Running | undefined;

  private constructor(
    readonly name: string,
    readonly port: number,
    private readonly folder: string,
    private readonly database: string,
    private readonly log: string,
    private readonly data: string,
    /** Only where clocks are to be set: nothing else should be between the program and the system. */
    private readonly library: string | undefined,
  ) {}

  static async make(
    name: string,
    folder: string,
    data: string,
    database: string,
    library?: string,
  ): Promise<Node> {
    const own = join(folder, name);
    mkdirSync(own, { recursive: true });
    const node = new Node(name, await freePort(), own, database, join(folder, `${name}.log`), data, library);
    node.setClock(0);
    return node;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get runs(): boolean {
    return this.server?.runs ?? false;
  }

  get printed(): string {
    return readFileSync(this.log, "utf8");
  }

  async start(): Promise<void> {
    this.launch();
    await this.becomeReady();
  }

  launch(): void {
    this.server = new Running(program, ["serve"], this.log, {
      // A server that lives for seconds gains nothing from compiling what is used often a second time.
      DOTNET_TC_CallCounting: "0",
      DOTNET_TieredPGO: "0",
      KANAL_URL: this.url,
      KANAL_DATA: this.data,
      KANAL_DATABASE: this.database,
      ...(this.library === undefined
        ? {}
        : {
            LD_PRELOAD: this.library,
            KANAL_CHAOS_CLOCK: this.clock,
          }),
    });
  }

  async becomeReady(): Promise<void> {
    await until(`${this.name} is ready`, 40_000, async () => {
      if (!this.server?.runs) throw new Error(`${this.name} has ended:\n${this.printed.slice(-3000)}`);
      return await this.isReady();
    });
  }

  async isReady(): Promise<boolean> {
    return (await this.unready()) === undefined;
  }

  /** Why it is not ready; undefined where it is. */
  async unready(): Promise<string | undefined> {
    try {
      const { status, body } = await ask(this.url, { method: "GET", path: "/health/ready", patience: 1000 });
      return status === 200 ? undefined : `${status} ${body?.reason ?? ""}`;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  kill(): Promise<void> {
    return this.server?.end("SIGKILL") ?? Promise.resolve();
  }

  /** In good order. */
  stop(): Promise<void> {
    return this.server?.end("SIGTERM", 40_000) ?? Promise.resolve();
  }

  pause(): void {
    this.server?.signal("SIGSTOP");
  }

  goOn(): void {
    this.server?.signal("SIGCONT");
  }

  /** How far this node's clock is from everybody else's, in seconds. */
  setClock(seconds: number): void {
    setClock(this.clock, seconds);
  }

  private get clock(): string {
    return join(this.folder, "clock");
  }
}
