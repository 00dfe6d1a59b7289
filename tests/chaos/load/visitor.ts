import { setTimeout as pause } from "node:timers/promises";
import type { Diary } from "./diary.ts";
import { type Answer, insist } from "./http.ts";
import type { Random } from "./random.ts";
import { Stream } from "./stream.ts";

export interface Stage {
  /** Where clients come in: the proxy. */
  url: string;
  site: string;
  /** Aborted when it is time to come to an end: what was begun is finished, nothing new is begun. */
  ending: AbortSignal;
  /** Aborted when nobody waits any longer. */
  over: AbortSignal;
}

const mostListened = 3;

interface Open {
  id: string;
  token: string;
  last: number;
  closed: boolean;
  stream: Stream;
}

/** Begins a conversation, writes, comes and goes, and says goodbye or does not; then begins another one. */
export class Visitor {
  readonly conversations: Open[] = [];
  private written = 0;

  constructor(
    private readonly name: string,
    private readonly stage: Stage,
    private readonly diary: Diary,
    private readonly random: Random,
    private readonly pace: number,
  ) {}

  async run(): Promise<void> {
    try {
      await this.rest(0, 2000);
      while (!this.stage.ending.aborted) {
        await this.converse();
        await this.rest(500, 3000);
      }
    } catch (error) {
      if (!this.stage.over.aborted && !this.stage.ending.aborted) throw error;
    }
  }

  close(): void {
    for (const conversation of this.conversations) conversation.stream.close();
  }

  /** Said of those that are still listened to, once everything is quiet. */
  conclude(): void {
    for (const { id } of this.conversations) this.diary.note({ k: "reading", conversation: id });
  }

  private async converse(): Promise<void> {
    const conversation = await this.start();
    if (conversation === undefined) return;
    const messages = this.random.whole(2, 7);
    for (let count = 0; count < messages && !this.stage.ending.aborted && !conversation.closed; count++) {
      await this.rest(300, 2500);
      if (this.random.chance(0.1)) conversation.stream.cut();
      // Two at once: their order is the server's to decide, and is then everybody's.
      if (this.random.chance(0.15)) await Promise.all([this.write(conversation), this.write(conversation)]);
      else await this.write(conversation);
    }

    if (!this.stage.ending.aborted && this.random.chance(0.4)) {
      await this.ask("POST", `/public/v1/conversations/${conversation.id}/end`, conversation.token);
    }
  }

  private async start(): Promise<Open | undefined> {
    const { clientId, text } = this.words();
    this.diary.note({ k: "start", clientId, text });
    const answer = await this.ask("POST", `/public/v1/sites/${this.stage.site}/conversations`, undefined, {
      clientId,
      channel: "chat",
      text,
    });
    if (answer.status >= 300) {
      this.refused("start", answer);
      return undefined;
    }

    const { conversation: id, token, sequence } = answer.body;
    this.diary.note({ k: "started", clientId, text, conversation: id, sequence });
    const open: Open = { id, token, last: 0, closed: false, stream: this.listen(id, token) };
    this.conversations.push(open);
    // Nobody listens to what is long over.
    if (this.conversations.length > mostListened) this.conversations.shift()?.stream.close();
    return open;
  }

  private listen(id: string, token: string): Stream {
    return new Stream({
      url: `${this.stage.url}/public/v1/conversations/${id}/events`,
      token,
      opened: (from) => this.diary.note({ k: "opened", conversation: id, after: Number(from ?? 0) }),
      told: (event, data) => {
        const open = this.conversations.find((one) => one.id === id);
        if (event === "message") {
          this.diary.note({ k: "got", conversation: id, sequence: data.sequence, text: data.text });
          if (open) open.last = Math.max(open.last, data.sequence);
        } else if (open && event === "closed") open.closed = true;
        else if (open && event === "reopened") open.closed = false;
      },
    });
  }

  private async write(conversation: Open): Promise<void> {
    const { clientId, text } = this.words();
    this.diary.note({ k: "write", conversation: conversation.id, text });
    const path = `/public/v1/conversations/${conversation.id}/messages`;
    const file = this.random.chance(0.15) ? await this.upload(conversation, text) : undefined;
    const files = file === undefined ? {} : { files: [file] };
    const answer = await this.ask("POST", path, conversation.token, { clientId, text, ...files });
    if (answer.status < 300)
      this.diary.note({
        k: "written",
        conversation: conversation.id,
        text,
        sequence: answer.body.sequence,
        ...(file === undefined ? {} : { file }),
      });
    else this.refused("write", answer);
  }

  /** A file with the message's own words in it. */
  private async upload(conversation: Open, content: string): Promise<string | undefined> {
    const path = `/public/v1/conversations/${conversation.id}/files`;
    const call = { method: "POST", path, token: conversation.token, file: content };
    const answer = await insist(this.stage.url, call, this.stage.over);
    if (answer.status < 300) return answer.body.id;
    this.refused("upload", answer);
    return undefined;
  }

  private words() {
    const clientId = `${this.name}-${++this.written}`;
    return { clientId, text: `${clientId}: ${"word ".repeat(this.random.whole(1, 12)).trim()}` };
  }

  private ask(method: string, path: string, token?: string, body?: unknown): Promise<Answer> {
    return insist(
      this.stage.url,
      { method, path, ...(token ? { token } : {}), ...(body ? { body } : {}) },
      this.stage.over,
    );
  }

  private refused(what: string, answer: Answer): void {
    this.diary.note({ k: "refused", what, status: answer.status, problem: String(answer.body?.type ?? "") });
  }

  private rest(least: number, most: number): Promise<void> {
    return pause(this.random.between(least, most) * this.pace, undefined, {
      signal: this.stage.ending,
    }).catch(() => {});
  }
}
