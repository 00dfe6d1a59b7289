import { newId } from "@kanal/api/new-id";
import type {
  Callback,
  CallbackChoices,
  ChannelName,
  ConversationEvent,
  ConversationStart,
  ConversationStarted,
  Joined,
  Message,
  Sent,
  ShownCard,
  VisitorConversation,
} from "../../contract";
import type { Host } from "../../host";
import type { Memory } from "../../memory/memory";
import { isOther, type Outgoing, type Start } from "../../memory/remembered";
import { call } from "../call";
import { Problem, sentenceOf } from "../problem";
import type { State } from "../state";
import type { Store } from "../store";
import type { TextKey, Texts } from "../texts";
import { applyEvent, applyRead, echoed, newTalk } from "./apply";
import { Ending } from "./ending";
import { Follower } from "./follower";
import { launcherFace } from "./launcher-face";
import { Line } from "./line";
import { ListeningTab } from "./listening-tab";
import { completeUpTo, inSightUpTo, merge, unread } from "./messages";
import { Outbox } from "./outbox";
import { report } from "./report";
import { TheirTyping } from "./their-typing";
import { TypingSignal } from "./typing-signal";
import { Uploads } from "./uploads";

/** The one conversation of this visitor on this site: everything that is said and done in it. */
export class Conversation {
  readonly outbox: Outbox;
  readonly uploads: Uploads;
  readonly typing = new TypingSignal((typing) => this.line.tell("typing", { typing }));
  readonly line: Line;
  private readonly follower: Follower;
  private readonly tab: ListeningTab;
  readonly ending: Ending;
  private readonly theirTyping = new TheirTyping(() =>
    this.store.change({ talk: { ...this.store.now.talk, typing: false } }),
  );
  private told = 0;
  /** An agent puts something before the visitor's eyes. */
  onShow: (card: ShownCard) => void = () => undefined;

  constructor(
    private readonly host: Host,
    private readonly store: Store<State>,
    private readonly memory: Memory,
    private readonly texts: () => Texts,
  ) {
    this.line = new Line(host.base, () => memory.now.conversation);
    this.outbox = new Outbox(
      memory,
      (item) => this.post(item),
      (lost) => store.change({ lost }),
    );
    this.uploads = new Uploads({
      limits: () => host.site.limits,
      texts,
      line: () => memory.now.conversation && this.line,
      changed: (uploads) => store.change({ uploads }),
      say: (notice) => store.change({ notice }),
    });
    this.follower = new Follower({
      heard: (event) => this.hear(event),
      opened: () => {
        void this.read();
        if (!host.answer) void host.refreshMenu();
      },
      lost: (lost) => store.change({ lost }),
      refused: (status) => this.refused(new Problem(status)),
    });
    this.tab = new ListeningTab(`kanal:${host.key}`, () => this.follow());
    addEventListener("online", () => void this.outbox.deliver());
    this.ending = new Ending(
      (ending) => store.change({ ending }),
      (keepalive) => void this.endNow(keepalive),
    );
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
    const news = unread(this.store.now.talk.messages, remembered.seen);
    const untold = read.callback?.state === "notReached";
    if (read.state === "closed" && !open && news === 0 && !untold) this.leave();
    this.moved();
  }

  send(text: string, start?: Start): void {
    const files = this.uploads.take();
    const item = { clientId: newId(), text, files, at: new Date().toISOString(), start };
    this.typing.sent();
    this.memory.change({ draft: "", site: this.host.site });
    if (this.host.preview) this.echo(item);
    else this.outbox.add(item);
  }

  typed(draft: string): void {
    this.memory.change({ draft });
    if (this.memory.now.conversation) this.typing.keyPressed(draft.trim() === "");
  }

  /** What the visitor has had before their eyes is read; an article stands before the conversation. */
  seen(): void {
    const { open, talk, remembered, reading } = this.store.now;
    const last = inSightUpTo(talk.messages, remembered.seen, reading);
    if (open && !document.hidden && last > Math.max(remembered.seen, this.told)) {
      this.told = last;
      this.memory.change({ seen: last });
      this.line.tell("read", { sequence: last });
    }
    this.face();
  }

  /** A new page or basket, so that the agent need not ask. */
  moved(): void {
    if (this.store.now.talk.state === "closed") return;
    const { page, title, step, basket } = this.host.facts();
    this.line.tell("facts", { page, title, step, basket });
  }

  async rate(score: number, comment?: string): Promise<boolean> {
    const { rating } = this.store.now.talk;
    this.store.change({ talk: { ...this.store.now.talk, rating: score } });
    const done = await this.ask("rating", { score, comment });
    if (!done && this.store.now.talk.rating === score)
      this.store.change({ talk: { ...this.store.now.talk, rating } });
    return done;
  }

  async answerByEmail(address: string): Promise<boolean> {
    const done = await this.ask("switch", { channel: "email", address });
    const { conversation } = this.memory.now;
    if (done && conversation)
      this.memory.change({ conversation: { ...conversation, channel: "email", address } });
    return done;
  }

  /** Opens a conversation that waits for a call; tells what is wrong where the server will not have it so. */
  async askForCall(text: string, start: Start): Promise<TextKey | undefined> {
    const item = { clientId: newId(), text, files: [], at: new Date().toISOString(), start };
    return this.wrongWith(async () => {
      await this.begin(item);
      this.memory.change({ draft: "", site: this.host.site });
      await this.read();
    });
  }

  /** What waits as a chat goes on as a call. */
  async callInstead(address: string, slot: string | undefined): Promise<TextKey | undefined> {
    return this.wrongWith(async () => {
      await this.line.ask("switch", { channel: "callback", address, slot });
      const { conversation } = this.memory.now;
      if (conversation)
        this.memory.change({ conversation: { ...conversation, channel: "callback", address } });
      await this.read();
    });
  }

  callChoices(): Promise<CallbackChoices> {
    return this.line.read<CallbackChoices>("callback");
  }

  async moveCall(slot: string | undefined): Promise<TextKey | undefined> {
    return this.wrongWith(async () => {
      const callback = await this.line.post<Callback>("callback/move", { slot });
      this.store.change({ talk: { ...this.store.now.talk, callback } });
      this.follow();
      this.face();
    });
  }

  async cancelCall(): Promise<TextKey | undefined> {
    return this.wrongWith(async () => {
      await this.line.ask("callback/cancel", {});
      await this.read();
      this.follow();
    });
  }

  private async wrongWith(deed: () => Promise<void>): Promise<TextKey | undefined> {
    try {
      await deed();
      return undefined;
    } catch (error) {
      return sentenceOf(error);
    }
  }

  /** The visitor is done with it: nothing stays in the browser. */
  leave(): void {
    this.ending.undo();
    this.memory.forget();
    this.store.change({ talk: newTalk, view: "home", lost: false });
    this.told = 0;
    this.follow();
    this.face();
  }

  follow(): void {
    const { open, talk, remembered } = this.store.now;
    const { conversation } = remembered;
    // A call that is planned is not listened for: it may be tomorrow, and each page asks how it stands.
    const inLine = talk.callback?.state !== "planned";
    const alive = conversation && conversation.channel !== "email" && talk.state !== "closed" && inLine;
    const wanted = conversation && this.tab.listens && (open || alive);
    this.follower.follow(
      wanted
        ? { url: this.line.url("events"), token: conversation.token, after: completeUpTo(talk.messages) }
        : undefined,
    );
  }

  /** A form that was shown; the errors stand by field. */
  async sendForm(shown: string, clientId: string, fields: Record<string, unknown>): Promise<void> {
    await this.line.post<Sent>(`shown/${shown}/form`, { clientId, fields });
  }

  /** The visitor on the phone has read out the code: this browser belongs to the conversation now. */
  async join({ conversation: id, token }: Joined): Promise<void> {
    const url = `${this.host.base}public/v1/conversations/${id}`;
    const { channel } = await call<VisitorConversation>(url, { token });
    const known = { id, token, channel: channel as ChannelName };
    // What was seen of the one before is not about this one.
    this.memory.change({
      conversation: known,
      seen: 0,
      visitor: this.host.answer?.visitor,
      site: this.host.site,
    });
  }

  /** Another one is under way now, begun or joined here or in another tab. */
  changed(): void {
    this.told = 0;
    this.theirTyping.heard(false);
    this.follow();
  }

  private hear(event: ConversationEvent): void {
    if (event.type === "show") {
      this.onShow(event.data);
      return;
    }
    if (event.type === "typing" && event.data.from === "agent") this.theirTyping.heard(event.data.typing);
    const before = this.store.now.talk;
    this.store.change({ talk: applyEvent(before, event) });
    report(this.host.emit, event, before, this.memory.now.seen);
    if (event.type === "message") {
      const own = event.data.clientId;
      if (own && this.memory.now.outbox.some((item) => item.clientId === own)) this.outbox.discard(own);
      this.seen();
    } else this.face();
    // Whether it waits again or is with the same agent, and over what it goes on, only the server knows.
    const { channel } = this.memory.now.conversation ?? {};
    if (event.type === "reopened" || (event.type === "callback" && channel !== "callback")) void this.read();
  }

  private async post(item: Outgoing): Promise<void> {
    if (!this.memory.now.conversation) return this.begin(item);
    const { clientId, text, files } = item;
    const body = { clientId, text, ...(files.length > 0 && { files: files.map(({ id }) => id) }) };
    try {
      const { sequence } = await this.line.post<Sent>("messages", body);
      this.accepted(item, sequence);
    } catch (error) {
      if (sentenceOf(error) !== "problem.gone") throw error;
      this.gone();
    }
  }

  private async begin(item: Outgoing): Promise<void> {
    const { base, key, language, answer } = this.host;
    const { clientId, text, start = { channel: "chat" } } = item;
    const visitor = answer?.visitor;
    const facts = this.host.facts();
    const identity = this.host.identity();
    const body: ConversationStart = {
      ...{ visitor, clientId, text, ...start, language, facts },
      ...(identity && { identity }),
    };
    const url = `${base}public/v1/sites/${encodeURIComponent(key)}/conversations`;
    this.started(item, start, await call<ConversationStarted>(url, { body }));
  }

  private started(item: Outgoing, { channel, address }: Start, answer: ConversationStarted): void {
    if (answer.identityRefused) console.warn(`kanal: identify: ${answer.identityRefused}`);
    const conversation = { id: answer.conversation, token: answer.token, channel, address };
    this.memory.change({ conversation, visitor: answer.visitor ?? undefined });
    this.store.change({ talk: { ...newTalk, state: "queued" } });
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
    const { channel = "chat" } = this.memory.now.conversation ?? {};
    const message: Message = { sequence, clientId, from: "visitor", text, files, at, channel };
    if (!talk.messages.some((known) => known.sequence === sequence))
      this.store.change({ talk: { ...talk, messages: merge(talk.messages, [message]) } });
    this.outbox.discard(clientId);
  }

  private echo(item: Outgoing): void {
    this.store.change({ view: "chat", talk: echoed(this.store.now.talk, item) });
  }

  private async read(): Promise<VisitorConversation | undefined> {
    const { conversation } = this.memory.now;
    if (!conversation) return undefined;
    const { talk } = this.store.now;
    try {
      const read = await this.line.read<VisitorConversation>();
      if (this.memory.now.conversation?.id !== conversation.id) return undefined;
      this.store.change({ talk: applyRead(this.store.now.talk, read, talk) });
      // An agent has booked a call, or another tab has asked for one.
      if (
        this.memory.now.conversation.channel === conversation.channel &&
        isOther(conversation, read.channel)
      )
        this.memory.change({ conversation: { ...conversation, channel: read.channel } });
      this.follow();
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
    const read = this.line.read<{ data: Message[] }>(`messages?after=${after}`);
    const { data } = await read.catch(() => ({ data: [] }));
    if (this.memory.now.conversation?.id !== conversation?.id) return;
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
    if (unsent) this.memory.change({ draft: unsent });
    this.store.change({ notice: this.texts()("problem.gone") });
  }

  private async endNow(keepalive = false): Promise<void> {
    const done = this.host.preview || (await this.ask("end", {}, keepalive));
    if (done) this.store.change({ talk: { ...this.store.now.talk, state: "closed", closedBy: "visitor" } });
    this.face();
  }

  /** The launcher's word for it. */
  face(): void {
    this.host.launcher(launcherFace(this.store.now, this.texts()));
  }

  private async ask(what: string, body: unknown, keepalive?: boolean): Promise<boolean> {
    try {
      await this.line.ask(what, body, keepalive);
      return true;
    } catch (error) {
      this.store.change({ notice: this.texts()(sentenceOf(error)) });
      return false;
    }
  }
}
