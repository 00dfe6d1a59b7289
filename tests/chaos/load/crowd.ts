import type { Centre } from "../harness/centre.ts";
import { type Account, Agent } from "./agent.ts";
import { Diary } from "./diary.ts";
import { Random } from "./random.ts";
import { type Stage, Visitor } from "./visitor.ts";

/** All visitors and agents together. */
export class Crowd {
  readonly diaries: Diary[] = [];
  private readonly ending = new AbortController();
  private readonly over = new AbortController();
  private readonly visitors: Visitor[];
  private readonly agents: Agent[];
  private running: Promise<void>[] = [];

  constructor(
    centre: Centre,
    accounts: Account[],
    visitors: number,
    seed: number,
    pace: number,
    folder: string,
  ) {
    const stage: Stage = {
      url: centre.proxy.url,
      site: centre.site,
      ending: this.ending.signal,
      over: this.over.signal,
    };
    const diary = (name: string) => {
      const made = new Diary(name, folder);
      this.diaries.push(made);
      return made;
    };
    this.agents = accounts.map(
      (account) =>
        new Agent(
          account,
          stage,
          diary(account.name),
          new Random(seed, account.name),
          accounts.filter((other) => other !== account),
          centre.queue,
        ),
    );
    this.visitors = Array.from({ length: visitors }, (_, number) => {
      const name = `visitor${number + 1}`;
      return new Visitor(name, stage, diary(name), new Random(seed, name), pace);
    });
  }

  begin(): void {
    for (const agent of this.agents) agent.open();
    this.running = this.visitors.map((visitor) => visitor.run());
  }

  /** Nothing new is begun; returns when all that was begun is done, or when nobody waits any longer. */
  async calm(patience: number): Promise<boolean> {
    this.ending.abort();
    const late = setTimeout(() => this.over.abort(), patience);
    await Promise.all(this.running);
    await Promise.all(this.agents.map((agent) => agent.idle()));
    clearTimeout(late);
    return !this.over.signal.aborted;
  }

  /** Who lacks something of what is listed, as far as the clients know themselves; empty where all have caught up. */
  behind(listed: { id: string; lastSequence: number }[]): string[] {
    const last = new Map(listed.map((one) => [one.id, one.lastSequence]));
    const slow: string[] = [];
    for (const visitor of this.visitors) {
      for (const conversation of visitor.conversations) {
        const expected = last.get(conversation.id) ?? 0;
        if (conversation.last < expected)
          slow.push(`${conversation.id} at ${conversation.last} of ${expected}`);
      }
    }

    for (const agent of this.agents) {
      for (const [conversation, seen] of agent.last) {
        const expected = last.get(conversation) ?? 0;
        if (seen < expected) slow.push(`${agent.account.name}: ${conversation} at ${seen} of ${expected}`);
      }
    }

    return slow;
  }

  end(): void {
    for (const visitor of this.visitors) visitor.conclude();
    for (const agent of this.agents) agent.conclude();
    this.over.abort();
    for (const visitor of this.visitors) visitor.close();
    for (const agent of this.agents) agent.close();
    for (const diary of this.diaries) diary.close();
  }
}
