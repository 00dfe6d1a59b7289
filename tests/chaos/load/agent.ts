import { setTimeout as pause } from "node:timers/promises";
import type { Diary } from "./diary.ts";
import { now } from "./diary.ts";
import { type Answer, insist, isInFlight } from "./http.ts";
import type { Random } from "./random.ts";
import { Stream } from "./stream.ts";
import type { Stage } from "./visitor.ts";

export interface Account {
  id: string;
  name: string;
  secret: string;
}

/** A way to let go of a conversation. */
interface Act {
  how: "transfer" | "wrap-up";
  body: { agent?: string; queue?: string; outcome?: string };
}

const closing: Act = { how: "wrap-up", body: { outcome: "solved" } };

// Whoever has more in hand wraps up the oldest; and of what was in hand long ago nobody wants to know everything.
const mostHeld = 10;
const mostFollowed = 30;

/** Sits at a desk: takes what rings, or declines or misses it; answers, hands over, hands back and wraps up. */
export class Agent {
  /** What the agent believes to have in hand, and what of it was seen last. */
  readonly inHand = new Set<string>();
  readonly last = new Map<string, number>();
  private readonly releasing = new Set<string>();
  private readonly followed = new Set<string>();
  private readonly work = new Set<Promise<void>>();
  private stream: Stream | undefined;
  private acts = 0;
  private beginning = Promise.resolve();

  constructor(
    readonly account: Account,
    private readonly stage: Stage,
    private readonly diary: Diary,
    private readonly random: Random,
    private readonly colleagues: Account[],
    private readonly queue: string,
  ) {
    diary.note({ k: "agent", agent: account.id });
  }

  open(): void {
    this.stream = new Stream({
      url: `${this.stage.url}/api/v1/events`,
      token: this.account.secret,
      told: (event, data) => this.told(event, data),
    });
    this.do(() => this.beHere());
    this.do(() => this.wander());
  }

  close(): void {
    this.stream?.close();
  }

  /** Once everything is quiet: what the agent should know all of by now. */
  conclude(): void {
    for (const conversation of this.followed) this.diary.note({ k: "follows", conversation });
    this.diary.note({ k: "reading", conversation: "all" });
  }

  async idle(): Promise<void> {
    while (this.work.size > 0) await Promise.all(this.work);
  }

  // biome-ignore lint/suspicious/noExplicitAny: as JSON comes.
  private told(event: string, data: any): void {
    switch (event) {
      case "hello":
        this.hello(data.node);
        break;
      case "reset":
        this.begin(data.node);
        break;
      case "message":
        this.diary.note({
          k: "got",
          conversation: data.conversation,
          sequence: data.entry.sequence,
          text: data.entry.text,
        });
        this.last.set(data.conversation, data.entry.sequence);
        if (data.entry.from === "visitor" && this.inHand.has(data.conversation))
          this.later(() => this.attend(data.conversation));
        break;
      case "line":
        if (data.entry.event?.type === "queued")
          this.diary.note({ k: "requeued", conversation: data.conversation });
        break;
      case "conversation":
        this.standing(data);
        break;
      case "offer":
        this.rings(data.id, data.conversation.id);
        break;
      case "offerEnded":
        this.diary.note({ k: "offerEnded", offer: data.id, conversation: data.conversation, how: data.how });
        break;
      case "presence":
        if (data.id === this.account.id && data.presence !== "available") this.later(() => this.beHere());
        break;
    }
  }

  // With the first hello the desk begins; when it comes back the next event tells whether it goes on or begins anew.
  private hello(life: string): void {
    if (this.life === undefined) this.begin(life);
    else this.diary.note({ k: "resumed", life });
    this.life = life;
  }

  private life: string | undefined;

  private begin(life: string): void {
    this.life = life;
    // What was seen in another life says nothing about what this one should have told.
    this.last.clear();
    this.diary.note({ k: "desk", life });
    this.do(() => {
      this.beginning = this.beginning.then(() => this.fetchAll()).catch(() => {});
      return this.beginning;
    });
  }

  /** As a desk does: what is mine, what rings, and what was said in what I follow. */
  private async fetchAll(): Promise<void> {
    await this.beHere();
    const mine = await this.ask("GET", "/api/v1/conversations?list=mine&state=open&limit=200");
    for (const one of mine.body?.data ?? []) this.take(one.id);
    for (const offer of (await this.ask("GET", "/api/v1/offers")).body?.data ?? [])
      this.rings(offer.id, offer.conversation.id);
    for (const conversation of this.followed) await this.fetch(conversation);
  }

  private async fetch(conversation: string): Promise<void> {
    for (let after = 0; ; ) {
      const answer = await this.ask(
        "GET",
        `/api/v1/conversations/${conversation}/messages?after=${after}&limit=200`,
      );
      const messages = answer.body?.data ?? [];
      for (const { sequence, text } of messages) {
        this.diary.note({ k: "fetched", conversation, sequence, text });
        after = sequence;
      }

      if (messages.length < 200) return;
    }
  }

  // biome-ignore lint/suspicious/noExplicitAny: as JSON comes.
  private standing(summary: any): void {
    const mine = summary.agent?.id === this.account.id;
    if (!mine || summary.state === "closed" || summary.state === "queued") this.inHand.delete(summary.id);
    else if (summary.state === "wrapUp" && !this.stage.ending.aborted)
      this.later(() => this.wrapUp(summary.id));
    else if (summary.state === "assigned" && !this.inHand.has(summary.id)) this.take(summary.id);
  }

  private take(conversation: string): void {
    this.inHand.add(conversation);
    if (this.followed.has(conversation)) return;
    this.followed.add(conversation);
    const [oldest] = this.followed;
    if (oldest !== undefined && this.followed.size > mostFollowed) this.followed.delete(oldest);
    this.do(() => this.fetch(conversation));
    this.later(() => this.attend(conversation));
  }

  private readonly rung = new Set<string>();

  private rings(offer: string, conversation: string): void {
    this.diary.note({ k: "offered", offer, conversation });
    if (this.rung.has(offer)) return;
    this.rung.add(offer);
    const mood = this.stage.ending.aborted ? 0 : this.random.next();
    if (mood > 0.97) return;
    this.later(async () => {
      if (mood < 0.85) await this.answer(offer, conversation, "accept");
      else if (mood < 0.93) await this.answer(offer, conversation, "decline");
      else {
        // A double click, and a second thought: one of the three counts.
        await Promise.all([
          this.answer(offer, conversation, "accept"),
          this.answer(offer, conversation, "accept"),
          this.answer(offer, conversation, "decline"),
        ]);
      }
    });
  }

  private async answer(offer: string, conversation: string, answer: "accept" | "decline"): Promise<void> {
    const key = this.key();
    this.diary.note({ k: "answer", offer, conversation, answer, key });
    const { status } = await this.ask(
      "POST",
      `/api/v1/offers/${offer}/${answer}`,
      answer === "decline" ? {} : undefined,
      key,
    );
    this.diary.note({ k: "answered", offer, conversation, answer, key, good: status < 300 });
    if (answer === "accept") {
      if (status < 300) this.take(conversation);
      // Perhaps it was theirs already, and the answer that said so was lost.
      else if ((await this.look(conversation)) === this.account.id) this.take(conversation);
    }
  }

  /** Asks whose it is. */
  private async look(conversation: string): Promise<string | null> {
    const from = now();
    const { status, body } = await this.ask("GET", `/api/v1/conversations/${conversation}`);
    if (status !== 200) return null;
    const owner = body.agent?.id ?? null;
    this.diary.note({ k: "saw", conversation, from, owner, state: body.state });
    return body.state === "assigned" || body.state === "wrapUp" ? owner : null;
  }

  private async attend(conversation: string): Promise<void> {
    if (this.stage.ending.aborted || !this.inHand.has(conversation)) return;
    const mood = this.random.next();
    if (mood < 0.55) await this.reply(conversation);
    else if (mood < 0.67) await this.wrapUp(conversation);
    else if (mood < 0.75) await this.release(conversation, this.toColleague());
    else if (mood < 0.82) await this.release(conversation, this.toColleague(), this.secondThought());
    else if (mood < 0.87) await this.release(conversation, this.toQueue());
    else await this.look(conversation);
  }

  private async reply(conversation: string): Promise<void> {
    const clientId = `${this.account.name}-${++this.acts}`;
    const text = `${clientId}: ${"answer ".repeat(this.random.whole(1, 12)).trim()}`;
    this.diary.note({ k: "write", conversation, text });
    const { status, body } = await this.ask("POST", `/api/v1/conversations/${conversation}/messages`, {
      clientId,
      text,
    });
    if (status < 300) this.diary.note({ k: "written", conversation, text, sequence: body.sequence });
    else this.diary.note({ k: "refused", what: "reply", status, problem: String(body?.type ?? "") });
  }

  private wrapUp(conversation: string): Promise<void> {
    return this.release(conversation, closing);
  }

  private toColleague(): Act {
    return { how: "transfer", body: { agent: this.random.pick(this.colleagues).id } };
  }

  private toQueue(): Act {
    return { how: "transfer", body: { queue: this.queue } };
  }

  private secondThought(): Act {
    return this.random.pick([this.toQueue(), this.toColleague(), closing]);
  }

  /** Several acts leave at the same moment; of a hand-over and another one only what came before it may have happened as well. */
  private async release(conversation: string, ...acts: Act[]): Promise<void> {
    if (this.releasing.has(conversation) || !this.inHand.delete(conversation)) return;
    this.releasing.add(conversation);
    const answers = await Promise.all(acts.map((act) => this.letGo(conversation, act)));
    this.releasing.delete(conversation);
    if (answers.every((good) => good === false) && (await this.look(conversation)) === this.account.id)
      this.inHand.add(conversation);
  }

  /** Whether it was done; undefined where nobody can tell. */
  private async letGo(conversation: string, { how, body }: Act): Promise<boolean | undefined> {
    const key = this.key();
    const to = body.agent === undefined ? {} : { to: body.agent };
    this.diary.note({ k: "release", conversation, key, ...to });
    const answer = await this.ask("POST", `/api/v1/conversations/${conversation}/${how}`, body, key);
    if (isInFlight(answer)) {
      this.diary.note({ k: "refused", what: how, status: answer.status, problem: "in flight" });
      return undefined;
    }

    const good = answer.status < 300;
    this.diary.note({ k: "released", conversation, key, good, ...to });
    return good;
  }

  private async beHere(): Promise<void> {
    await this.ask("PUT", `/api/v1/agents/${this.account.id}/presence`, { presence: "available" });
  }

  /** Now and then an agent looks at what is in hand, does something about it, and the network breaks. */
  private async wander(): Promise<void> {
    while (!this.stage.ending.aborted) {
      await pause(this.random.between(800, 3000), undefined, { signal: this.stage.ending }).catch(() => {});
      if (this.random.chance(0.08)) this.stream?.cut();
      const held = [...this.inHand];
      if (held.length > 0) await this.attend(this.random.pick(held));
      for (const conversation of held.slice(0, -mostHeld)) await this.wrapUp(conversation);
    }
  }

  private key(): string {
    return `${this.account.name}-key-${++this.acts}`;
  }

  private ask(method: string, path: string, body?: unknown, key?: string): Promise<Answer> {
    const call = {
      method,
      path,
      token: this.account.secret,
      ...(body === undefined ? {} : { body }),
      ...(key === undefined ? {} : { key }),
    };
    return insist(this.stage.url, call, this.stage.over);
  }

  /** After a moment, as people do. */
  private later(what: () => Promise<void>): void {
    this.do(async () => {
      await pause(this.random.between(50, 700), undefined, { signal: this.stage.over });
      await what();
    });
  }

  private do(what: () => Promise<void>): void {
    const doing = what()
      .catch((error) => {
        if (!this.stage.over.aborted) console.error(`${this.account.name}: ${error}`);
      })
      .finally(() => this.work.delete(doing));
    this.work.add(doing);
  }
}
