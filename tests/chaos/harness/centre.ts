import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Account } from "../load/agent.ts";
import { ask, type Call } from "../load/http.ts";
import { HaProxy } from "./haproxy.ts";
import { Node } from "./node.ts";
import { Postgres } from "./postgres.ts";
import type { Volume } from "./volume.ts";

const week = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** Disks that can be filled. */
export interface Volumes {
  database: Volume | undefined;
  files: Volume | undefined;
}

/** PostgreSQL, the nodes on it and HAProxy before them, set up for visitors and agents. */
export class Centre {
  readonly site = "chaos";
  administrator = "";
  queue = "";

  private constructor(
    readonly postgres: Postgres,
    readonly nodes: Node[],
    readonly proxy: HaProxy,
    readonly volumes: Volumes,
    /** Whether the nodes' clocks can be set. */
    readonly setsClocks: boolean,
  ) {}

  static async start(
    folder: string,
    count: number,
    withStandby: boolean,
    volumes: Volumes,
    clock?: string,
  ): Promise<Centre> {
    const postgres = await Postgres.start(
      volumes.database?.folder ?? folder,
      join(folder, "postgres.log"),
      withStandby,
    );
    const data = join(volumes.files?.folder ?? folder, "data");
    mkdirSync(data);
    const nodes: Node[] = [];
    for (let number = 1; number <= count; number++)
      nodes.push(await Node.make(`node${number}`, folder, data, postgres.connection, clock));
    // The first makes the schema; the others need not wait for its whole start.
    for (const node of nodes) node.launch();
    const proxy = await HaProxy.start(folder, nodes);
    await Promise.all(nodes.map((node) => node.becomeReady()));
    await proxy.findsAll();
    return new Centre(postgres, nodes, proxy, volumes, clock !== undefined);
  }

  /** As the first-run wizard does it; then agents, each with a key of their own. */
  async setUp(agents: number): Promise<Account[]> {
    const timeZone = "Europe/Copenhagen";
    const always = [{ from: "00:00", to: "24:00" }];
    const email = "mette@example.com";
    const session = await fetch(`${this.nodes[0]?.url}/api/v1/setup`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Kanal-Desk": "1" },
      body: JSON.stringify({
        organisation: "Chaos",
        name: "Mette",
        email,
        password: "En lang sætning er let at huske 7",
        language: "en",
        site: { name: "Chaos", key: this.site, timeZone, languages: ["en"], origins: [] },
        hours: {
          timeZone,
          week: Object.fromEntries(week.map((day) => [day, always])),
          holidays: [],
          specialDays: [],
        },
      }),
    });
    if (!session.ok)
      throw new Error(`The set-up was answered with ${session.status}: ${await session.text()}`);
    const cookie = session.headers
      .getSetCookie()
      .map((one) => one.split(";")[0])
      .join("; ");
    const made = await fetch(`${this.nodes[0]?.url}/api/v1/keys`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Kanal-Desk": "1", Cookie: cookie },
      body: JSON.stringify({ name: "chaos", scopes: ["*"], agent: email }),
    });
    this.administrator = ((await made.json()) as { secret: string }).secret;
    this.queue = (await this.do("GET", "/queues")).data[0].id;
    await this.do("PUT", "/routing", {
      offerSeconds: 5,
      channels: [{ channel: "chat", weight: 1, maximum: 100, idleMinutes: 0, offerSeconds: 5 }],
    });
    return await Promise.all(
      Array.from({ length: agents }, (_, number) => this.takeIn(`agent${number + 1}`)),
    );
  }

  // biome-ignore lint/suspicious/noExplicitAny: as JSON comes.
  async do(method: string, path: string, body?: unknown): Promise<any> {
    const call: Call = { method, path: `/api/v1${path}`, token: this.administrator, patience: 15_000 };
    const answer = await ask(this.proxy.url, body === undefined ? call : { ...call, body });
    if (answer.status >= 300)
      throw new Error(`${method} ${path} was answered with ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** What is kept of a file; null where it is not to be had. */
  async file(conversation: string, file: string): Promise<string | null> {
    const answer = await fetch(`${this.proxy.url}/api/v1/conversations/${conversation}/files/${file}`, {
      headers: { Authorization: `Bearer ${this.administrator}` },
    });
    return answer.ok ? await answer.text() : null;
  }

  /** Everything as it should be, whatever was done to it. */
  async heal(): Promise<void> {
    this.volumes.database?.empty();
    this.volumes.files?.empty();
    if (!this.postgres.runs()) await this.postgres.startAgain();
    for (const node of this.nodes) {
      node.setClock(0);
      node.goOn();
      if (!node.runs) node.launch();
    }

    await Promise.all(this.nodes.map((node) => node.becomeReady()));
  }

  async end(): Promise<void> {
    await Promise.allSettled(this.nodes.map((node) => node.kill()));
    await this.proxy.end();
    await this.postgres.end();
  }

  private async takeIn(name: string): Promise<Account> {
    const email = `${name}@example.com`;
    const { id } = await this.do("POST", "/agents", { name, email, role: "agent" });
    const { secret } = await this.do("POST", "/keys", {
      name,
      scopes: ["conversations:write", "agents:write"],
      agent: email,
    });
    return { id, name, secret };
  }
}
