import { readFileSync, writeFileSync } from "node:fs";
import { createConnection } from "node:net";
import { join } from "node:path";
import type { Node } from "./node.ts";
import { freePort } from "./ports.ts";
import { find, Running, root, until } from "./programs.ts";

/** HAProxy before the nodes: asks them how they are, and sends nobody to one that does not answer. */
export class HaProxy {
  private constructor(
    readonly url: string,
    private readonly socket: string,
    private readonly nodes: Node[],
    private readonly server: Running,
  ) {}

  static async start(folder: string, nodes: Node[]): Promise<HaProxy> {
    const port = await freePort();
    const socket = join(folder, "haproxy.sock");
    const file = join(folder, "haproxy.cfg");
    writeFileSync(file, configuration(port, socket, nodes));
    const program = find("haproxy");
    if (program === undefined) throw new Error("HAProxy is missing; bin/setup installs it.");
    const server = new Running(program, ["-db", "-f", file], join(folder, "haproxy.log"));
    const proxy = new HaProxy(`http://127.0.0.1:${port}`, socket, nodes, server);
    await until("HAProxy answers", 5000, async () => (await proxy.tell("show info").catch(() => "")) !== "");
    return proxy;
  }

  /** Waits until it has found every node well: whom it asked too early it takes for dead until it asks again. */
  async findsAll(): Promise<void> {
    await until("HAProxy finds every node", 15_000, async () => {
      const lines = (await this.tell("show stat")).split("\n").map((line) => line.split(","));
      return this.nodes.every((node) =>
        lines.some(([group, name, ...rest]) => group === "kanal" && name === node.name && rest[15] === "UP"),
      );
    });
  }

  /** Cuts every connection to one node, or to all. */
  async cut(node?: Node): Promise<void> {
    for (const one of node === undefined ? this.nodes : [node])
      await this.tell(`shutdown sessions server kanal/${one.name}`);
  }

  async end(): Promise<void> {
    await this.server.end("SIGTERM");
  }

  private tell(command: string): Promise<string> {
    return new Promise((resolve, reject) => {
      let said = "";
      const connection = createConnection(this.socket);
      connection.on("connect", () => connection.write(`${command}\n`));
      connection.on("data", (part) => {
        said += part.toString();
      });
      connection.on("end", () => resolve(said));
      connection.on("error", reject);
    });
  }
}

/** The file that we ship, without TLS, on a port and with nodes of our own, and with a socket to be spoken to. */
function configuration(port: number, socket: string, nodes: Node[]): string {
  const own = readFileSync(join(root, "deploy/haproxy.cfg"), "utf8")
    .replace("maxconn 40000", `maxconn 8000\n    stats socket ${socket} mode 600 level admin`)
    .replace("bind :80\n", `bind 127.0.0.1:${port}\n`)
    .replace(/^.*bind :443 .*\n/m, "")
    .replace(/^.*redirect scheme https.*\n/m, "")
    .replace(/^ *(# )?server node\d .*\n/gm, "");
  return `${own}${nodes.map((node) => `    server ${node.name} 127.0.0.1:${node.port}`).join("\n")}\n`;
}
