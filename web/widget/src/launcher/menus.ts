import { newId } from "@kanal/api/new-id";
import type { Facts, Invitation, InvitationAnswer, MenuAnswer, Privacy } from "../contract";
import type { Embed } from "../loader/embed";
import { answerInvitation, askMenu, Refused } from "./contact";
import { type GivenFacts, menuFacts } from "./facts";

import type { Visit } from "./visit";
import { without } from "./without";

interface Asker {
  /** What an agent sees too. */
  facts(): Facts;
  given(): GivenFacts;
  identity(): string | undefined;
  /** What may be known of this visitor. */
  allowed(): Privacy;
  /** The visitor's own choice, where the page has told. */
  agreed(): Privacy | undefined;
  /** From an earlier conversation, answer or message. */
  known(): string | undefined;
}

/** Asks which ways of contact there are, and hands back what the last answer wished to be remembered. */
export class Menus {
  answer: MenuAnswer | undefined;
  answeredAt = 0;
  pageView = newId();
  private page: string | null | undefined;
  private asked = 0;
  private answering: Promise<void> = Promise.resolve();
  private tokenRefused = false;
  private said = new Set<string>();

  constructor(
    private readonly embed: Embed,
    private readonly visit: Visit,
    private readonly asker: Asker,
  ) {}

  get visitor(): string | undefined {
    return (this.tokenRefused ? undefined : this.asker.known()) ?? this.visit.visitor;
  }

  /** Whether it is another page than the last one asked for. */
  turn(): boolean {
    const { page } = this.asker.facts();
    if (page === this.page) return false;
    if (this.page !== undefined) this.pageView = newId();
    this.page = page;
    return true;
  }

  async ask(): Promise<void> {
    const mine = ++this.asked;
    try {
      await this.answering;
      const { memory } = this.visit;
      const facts = this.asker.facts();
      const journey = this.asker.allowed() !== "none";
      const told = menuFacts(facts, this.asker.given(), journey ? this.visit.facts : undefined);
      const answer = await this.question(told).catch((error) => this.again(error, told));
      if (mine !== this.asked) return;
      this.take(answer);
      // What was answered to an invitation meanwhile is not to be forgotten over it.
      if (memory === this.visit.memory) this.visit.memory = answer.memory;
    } catch (error) {
      // The last menu stays; the panel says so itself when it can't reach the server. A token may have grown old.
      if (!(error instanceof Refused) || error.status >= 429) return;
      this.tokenRefused = true;
      this.visit.visitor = undefined;
      this.visit.memory = undefined;
    }
  }

  /** One after the other, as each builds on what the last one left to be remembered. */
  answered({ id }: Invitation, answer: InvitationAnswer["answer"]): void {
    this.answering = this.answering.then(async () => {
      const { visitor, visit } = this;
      const { memory } = visit;
      if (!visitor || !memory) return;
      const consent = this.asker.agreed();
      const told = answerInvitation(this.embed, id, { visitor, memory, answer, consent });
      await told.then(({ memory }) => (visit.memory = memory)).catch(() => undefined);
    });
  }

  private question(facts: object): Promise<MenuAnswer> {
    const { visit, asker, visitor, pageView } = this;
    const identity = asker.allowed() === "personal" ? asker.identity() : undefined;
    return askMenu(this.embed, {
      visitor,
      pageView,
      memory: visit.memory,
      facts,
      identity,
      consent: asker.agreed(),
    });
  }

  /** What a page has told wrongly is its maker's to know, and no reason to be without a menu. */
  private again(error: unknown, facts: object): Promise<MenuAnswer> {
    const refused = error instanceof Refused && error.status === 400 ? Object.entries(error.errors) : [];
    const told = refused.filter(([place]) => place.startsWith("facts."));
    if (told.length === 0) throw error;
    for (const [place, sentences] of told) this.say(place, sentences.join(" "));
    return this.question(
      without(
        facts,
        told.map(([place]) => place),
      ),
    );
  }

  private take(answer: MenuAnswer): void {
    this.answer = answer;
    this.answeredAt = Date.now();
    this.visit.visitor = answer.visitor;
    for (const { place, sentence } of answer.notes ?? []) this.say(place, sentence);
    if (answer.identified === false) this.say("identify", "The identity was not accepted.");
  }

  private say(place: string, sentence: string): void {
    if (!this.said.has(place)) console.warn(`kanal: ${place}: ${sentence}`);
    this.said.add(place);
  }
}
