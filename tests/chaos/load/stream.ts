import { type ClientRequest, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

// biome-ignore lint/suspicious/noExplicitAny: as JSON comes.
export type Told = (event: string, data: any, id: string | undefined) => void;

export interface Listening {
  url: string;
  token: string;
  /** Called when the server has answered, with the place from which the stream goes on. */
  opened?: (from: string | undefined) => void;
  told: Told;
}

/** Reads server-sent events as the standard says, and comes back with the last id whenever the stream ends. */
export class Stream {
  private readonly stop = new AbortController();
  private current: ClientRequest | undefined;
  private lastId: string | undefined;
  readonly done: Promise<void>;

  constructor(private readonly listening: Listening) {
    this.done = this.run();
  }

  /** As a network that breaks: the reader comes back by itself. */
  cut(): void {
    this.current?.destroy();
  }

  close(): void {
    this.stop.abort();
    this.current?.destroy();
  }

  private async run(): Promise<void> {
    while (!this.stop.signal.aborted) {
      try {
        await this.read();
      } catch {
        // Cut, refused or not there: once more.
      }

      await pause(100 + Math.random() * 200, undefined, { signal: this.stop.signal }).catch(() => {});
    }
  }

  private read(): Promise<void> {
    return new Promise((resolve, reject) => {
      const sent = request(this.listening.url, {
        agent: false,
        headers: {
          Accept: "text/event-stream",
          Authorization: `Bearer ${this.listening.token}`,
          ...(this.lastId === undefined ? {} : { "Last-Event-ID": this.lastId }),
        },
      });
      this.current = sent;
      // Until it is open; afterwards the server gives a sign of life every twenty seconds.
      sent.setTimeout(4000, () => sent.destroy(new Error("no answer in time")));
      sent.on("error", reject);
      sent.on("response", (response) => {
        if (response.statusCode !== 200) {
          response.resume();
          sent.destroy();
          reject(new Error(`answered with ${response.statusCode}`));
          return;
        }

        sent.setTimeout(30_000, () => sent.destroy(new Error("no sign of life")));
        this.listening.opened?.(this.lastId);
        const lines = new Lines((event, data, id) => {
          if (id !== undefined) this.lastId = id;
          if (!this.stop.signal.aborted) this.listening.told(event, data, id);
        });
        response.setEncoding("utf8");
        response.on("data", (text: string) => lines.take(text));
        response.on("end", resolve);
        response.on("error", reject);
        response.on("close", resolve);
      });
      sent.end();
    });
  }
}

/** Puts events together out of whatever pieces come. One that was cut off in the middle is not told. */
class Lines {
  private rest = "";
  private event = "message";
  private data: string[] = [];
  private id: string | undefined;

  constructor(private readonly tell: Told) {}

  take(text: string): void {
    const lines = (this.rest + text).split("\n");
    this.rest = lines.pop() ?? "";
    for (const line of lines) this.line(line.endsWith("\r") ? line.slice(0, -1) : line);
  }

  private line(line: string): void {
    if (line === "") {
      if (this.data.length > 0) this.tell(this.event, JSON.parse(this.data.join("\n")), this.id);
      this.event = "message";
      this.data = [];
      this.id = undefined;
      return;
    }

    const colon = line.indexOf(":");
    if (colon === 0) return;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(line[colon + 1] === " " ? colon + 2 : colon + 1);
    if (field === "event") this.event = value;
    else if (field === "data") this.data.push(value);
    else if (field === "id") this.id = value;
  }
}
