import type { ConversationEvent, ConversationStarted, Message, VisitorConversation } from "../../contract";
import type { Host } from "../../host";
import type { Memory } from "../../memory/memory";
import type { Outgoing, Start } from "../../memory/remembered";
import { type CallOptions, call, request } from "../call";
import { Problem, sentenceOf } from "../problem";
import type { State } from "../state";
import type { Store } from "../store";
import type { Texts } from "../texts";
import { applyEvent, applyRead, newTalk } from "./apply";
import { Follower } from "./follower";
import { ListeningTab } from "./listening-tab";
import { completeUpTo, merge, unread } from "./messages";
import { newId } from "./new-id";
import { Outbox } from "./outbox";
import { TypingSignal } from "./typing-signal";
import { Uploads } from "./uploads";

const undoMs = 5000;

/** The one conversation of this visitor on this site: everything that is said and done in it. */
export class Conversation {
  readonly outbox: Outbox;
  readonly uploads: Uploads;
  readonly typing = new TypingSignal((typing) => void this.tell("typing", { typing }));
  private readonly follower: Follower;
  private readonly tab: ListeningTab;
  private endTimer: ReturnType<typeof setTimeout> | undefined;
  private told = 0;

  constructor(
    private readonly host: Host,
    private readonly store: Store<State>,
    private readonly memory: Memory,
    private readonly texts: () => Texts,
  ) {
    this.outbox = new Outbox(
      memory,
      (item) => this.post(item),
      (lost) => store.change({ lost }),
    );
    this.uploads = new Uploads({
      limits: () => host.site.limits,
      texts,
      conversation: () => memory.now.conversation,
      url: ({ id }) => this.url(id, "files"),
      changed: (uploads) => store.change({ uploads }),
      say: (notice) => store.change({ notice }),
    });
    this.follower = new Follower({
      heard: (event) => this.hear(event),
      opened: () => void this.read(),
      lost: (lost) => store.change({ lost }),
      refused: (status) => this.refused(new Problem(status)),
    });
    this.tab = new ListeningTab(`kanal:${host.key}`, () => this.follow());
    addEventListener("online", () => void this.outbox.deliver());
    addEventListener("pagehide", () => store.now.ending && void this.endNow(true));
    document.addEventListener("visibilitychange", () => this.seen());
  }

  /** After a page change, a reload, or when another tab began. */
  async resume(): Promise<void> {
    void this.outbox.deliver();
    this.follow();
    const read = await this.read();
    if (!read) return;
    const { open, remembered } = this.store.now;
    if (read.lastSequence > remembered.seen) await this.catchUp(remembered.seen);
    // What is over and seen is not carried to the next page.
    else if (read.state === "closed" && !open) this.leave();
    this.moved();
  }

  send(text: string, start?: Start): void {
    const files = this.uploads.take();
    const item = { clientId: newId(), text, files, at: new Date().toISOString(), start };
    this.typing.sent();
    this.memory.change(() => ({ draft: "", site: this.host.site }));
    if (this.host.preview) this.echo(item);
    else this.outbox.add(item);
  }

  typed(draft: string): void {
    this.memory.change(() => ({ draft }));
    if (this.memory.now.conversation) this.typing.keyPressed(draft.trim() === "");
  }

  /** What the visitor has had before their eyes is read. */
  seen(): void {
    const { open, talk, remembered } = this.store.now;
    const last = talk.messages.at(-1)?.sequence ?? 0;
    if (open && !document.hidden && last > Math.max(remembered.seen, this.told)) {
      this.told = last;
      this.memory.change(() => ({ seen: last }));
      void this.tell("read", { sequence: last });
    }
    this.face();
  }

  /** A new page or basket, so that the agent need not ask. */
  moved(): void {
    if (this.store.now.talk.state === "closed") return;
    const { page, title, step, basket } = this.host.facts();
    void this.tell("facts", { page, title, step, basket });
  }

  end(): void {
    this.store.change({ ending: true });
    this.endTimer = setTimeout(() => void this.endNow(), undoMs);
  }

  undoEnd(): void {
    clearTimeout(this.endTimer);
    this.store.change({ ending: false });
  }

  rate(score: number, comment?: string): Promise<boolean> {
    const { talk } = this.store.now;
    this.store.change({ talk: { ...talk, rating: score } });
    return this.ask("rating", { score, comment });
  }

  async answerByEmail(address: string): Promise<boolean> {
    const done = await this.ask("switch", { channel: "email", address });
    const { conversation } = this.memory.now;
    if (done && conversation)
      this.memory.change(() => ({ conversation: { ...conversation, channel: "email", address } }));
    return done;
  }

  async fetchFile(path: string): Promise<Blob> {
    const { conversation } = this.memory.now;
    if (!conversation) throw new Problem(404);
    const response = await request(this.url(conversation.id, path), { token: conversation.token });
    return response.blob();
  }

  /** The visitor is done with it: nothing stays in the browser. */
  leave(): void {
    this.memory.forget();
    this.store.change({ talk: newTalk, view: "home", ending: false, lost: false });
    this.told = 0;
    this.follow();
    this.face();
  }

  follow(): void {
    const { open, talk, remembered } = this.store.now;
    const { conversation } = remembered;
    const alive = conversation?.channel === "chat" && talk.state !== "closed";
    const wanted = conversation && this.tab.listens && (open || alive);
    this.follower.follow(
      wanted
        ? {
            url: this.url(conversation.id, "events"),
            token: conversation.token,
            after: completeUpTo(talk.messages),
          }
        : undefined,
    );
  }

  private hear(event: ConversationEvent): void {
    const before = this.store.now.talk;
    this.store.change({ talk: applyEvent(before, event) });
    if (event.type === "message") {
      const own = event.data.clientId;
      if (own && this.memory.now.outbox.some((item) => item.clientId === own)) this.outbox.discard(own);
      if (
        !before.messages.some(({ sequence }) => sequence === event.data.sequence) &&
        event.data.from === "agent"
      )
        this.host.emit("message", { from: event.data.name, text: event.data.text });
      this.seen();
    }
    if (event.type === "assigned" && before.agent !== event.data.agent.name)
      this.host.emit("assigned", event.data.agent);
    if (event.type === "closed") this.host.emit("end");
    if (["closed", "assigned", "reopened"].includes(event.type)) this.face();
  }

  private async post(item: Outgoing): Promise<void> {
    const { conversation } = this.memory.now;
    const { clientId, text, files } = item;
    if (conversation) {
      const body = { clientId, text, ...(files.length > 0 && { files: files.map(({ id }) => id) }) };
      const url = this.url(conversation.id, "messages");
      try {
        const { sequence } = await call<{ sequence: number }>(url, { token: conversation.token, body });
        this.accepted(item, sequence);
      } catch (error) {
        if (sentenceOf(error) !== "problem.gone") throw error;
        this.gone();
      }
    } else {
      const start = item.start ?? { channel: "chat" };
      const { language } = this.host;
      const visitor = this.host.answer?.visitor;
      const body = { visitor, clientId, text, ...start, language, facts: this.host.facts() };
      const url = `${this.host.base}public/v1/sites/${encodeURIComponent(this.host.key)}/conversations`;
      this.started(item, start, await call<ConversationStarted>(url, { body }));
    }
  }

  private started(item: Outgoing, { channel, address }: Start, answer: ConversationStarted): void {
    const conversation = { id: answer.conversation, token: answer.token, channel, address };
    this.memory.change(() => ({ conversation, visitor: answer.visitor }));
    this.accepted(item, answer.sequence);
    this.host.emit("start", { channel });
    this.follow();
    void this.uploads.begin().then(() => {
      // Files of an email form: they had nowhere to go before the conversation was there.
      if (item.start?.channel === "email" && this.store.now.uploads.some(({ sent }) => sent)) this.send("");
    });
  }

  private accepted(item: Outgoing, sequence: number): void {
    const { clientId, text, files, at } = item;
    const { talk } = this.store.now;
    const message = { sequence, clientId, from: "visitor" as const, text, files, at };
    if (!talk.messages.some((known) => known.sequence === sequence))
      this.store.change({ talk: { ...talk, messages: merge(talk.messages, [message]) } });
    this.outbox.discard(clientId);
  }

  private echo(item: Outgoing): void {
    const { talk } = this.store.now;
    const message = { ...item, sequence: talk.messages.length + 1, from: "visitor" as const };
    this.store.change({
      view: "chat",
      talk: { ...talk, state: "queued", messages: [...talk.messages, message] },
    });
  }

  private async read(): Promise<VisitorConversation | undefined> {
    const { conversation } = this.memory.now;
    if (!conversation) return undefined;
    try {
      const read = await call<VisitorConversation>(this.url(conversation.id), { token: conversation.token });
      this.store.change({ talk: applyRead(this.store.now.talk, read) });
      this.face();
      return read;
    } catch (error) {
      this.refused(error);
      return undefined;
    }
  }

  /** For the badge on a page where the conversation is not followed. */
  private async catchUp(after: number): Promise<void> {
    const { conversation } = this.memory.now;
    if (!conversation) return;
    const url = this.url(conversation.id, `messages?after=${after}`);
    const { data } = await call<{ data: Message[] }>(url, { token: conversation.token }).catch(() => ({
      data: [],
    }));
    const { talk } = this.store.now;
    this.store.change({ talk: { ...talk, messages: merge(talk.messages, data) } });
    this.face();
  }

  private refused(error: unknown): void {
    if (!(error instanceof Problem)) throw error;
    if (error.sentence === "problem.gone") this.gone();
    else if (error.passing) this.store.change({ lost: true });
    else this.store.change({ notice: this.texts()(error.sentence) });
  }

  private gone(): void {
    const unsent = this.memory.now.outbox.map(({ text }) => text).join("\n");
    this.leave();
    if (unsent) this.memory.change(() => ({ draft: unsent }));
    this.store.change({ notice: this.texts()("problem.gone") });
  }

  private async endNow(keepalive = false): Promise<void> {
    clearTimeout(this.endTimer);
    const done = this.host.preview || (await this.ask("end", {}, { keepalive }));
    this.store.change({ ending: false });
    if (done) this.store.change({ talk: { ...this.store.now.talk, state: "closed", closedBy: "visitor" } });
    this.face();
  }

  /** The launcher's word for it. */
  face(): void {
    const { open, talk, remembered } = this.store.now;
    const t = this.texts();
    const count = unread(talk.messages, remembered.seen);
    const alive = remembered.conversation && talk.state !== "closed";
    const label = talk.agent ? t("chatWith", { name: talk.agent }) : t("yourConversation");
    this.host.launcher({
      open,
      unread: count,
      label: alive ? label : undefined,
      news: count > 0 ? t.count("unread", count) : undefined,
    });
  }

  /** For the server's information; if it does not arrive, nothing is lost. */
  private async tell(what: string, body: unknown): Promise<void> {
    const { conversation } = this.memory.now;
    if (!conversation) return;
    await request(this.url(conversation.id, what), { token: conversation.token, body }).catch(
      () => undefined,
    );
  }

  private async ask(what: string, body: unknown, options?: CallOptions): Promise<boolean> {
    const { conversation } = this.memory.now;
    if (!conversation) return false;
    try {
      await request(this.url(conversation.id, what), { token: conversation.token, body, ...options });
      return true;
    } catch (error) {
      this.store.change({ notice: this.texts()(sentenceOf(error)) });
      return false;
    }
  }

  private url(id: string, path?: string): string {
    return `${this.host.base}public/v1/conversations/${id}${path ? `/${path}` : ""}`;
  }
}
