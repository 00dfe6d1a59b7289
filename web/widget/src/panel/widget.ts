import type { ChannelName, Joined, MenuEntry, ShownCard } from "../contract";
import type { Host, Opening, Panel } from "../host";
import { clocksDiffer, opening } from "../language/times";
import { Memory } from "../memory/memory";
import { underWay } from "../memory/remembered";
import { storage, storageKey } from "../memory/storage";
import { Answers, nothingFound } from "./answers/answers";
import { Visits } from "./answers/visits";
import { newTalk } from "./conversation/apply";
import { Conversation } from "./conversation/conversation";
import { phone } from "./keep-focus";
import { inPlace } from "./menu/in-place";
import { canBeGone, isCarried } from "./menu/way-link";
import type { IconName } from "./parts/icon";
import { sentenceOf } from "./problem";
import type { State } from "./state";
import { Store } from "./store";
import { loadTexts, type TextKey, type Texts } from "./texts";

const ways = {
  chat: { name: "way.chat", icon: "chat" },
  email: { name: "way.email", icon: "email" },
  callback: { name: "way.callback", icon: "callback" },
  help: { name: "way.help", icon: "help" },
  phone: { name: "way.phone", icon: "callback" },
  sms: { name: "way.sms", icon: "chat" },
} as const satisfies Record<string, { name: TextKey; icon: IconName }>;

const lastResort: MenuEntry = {
  channel: "help",
  recommended: true,
  waitSeconds: null,
  waitLowSeconds: null,
  waitText: "",
  reason: "",
  until: null,
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const isView = (channel: string | undefined): channel is ChannelName =>
  channel === "chat" || channel === "email" || channel === "callback";

/** What the parts of the panel read and do. */
export class Widget implements Panel {
  readonly store: Store<State>;
  readonly conversation: Conversation;
  readonly answers: Answers;
  /** At most three, in the order in which they stand. */
  ways: MenuEntry[] = [];
  private readonly memory: Memory;
  private pageView = "";

  constructor(
    readonly host: Host,
    public t: Texts,
    draw: () => void,
  ) {
    const key = storageKey(host.key);
    const store: Store<State> = new Store<State>(
      {
        open: false,
        view: "home",
        found: nothingFound,
        remembered: { outbox: [], draft: "", seen: 0 },
        talk: newTalk,
        uploads: [],
        lost: false,
        ending: false,
      },
      draw,
    );
    this.store = store;
    this.memory = new Memory(key, host.preview ? undefined : storage("localStorage"), (remembered) => {
      const moved = remembered.conversation?.id !== store.now.remembered.conversation?.id;
      store.change({ remembered, ...(moved && { talk: newTalk, view: "home" }) });
      if (moved) this.conversation.changed();
      this.conversation.face();
    });
    store.change({ remembered: this.memory.now });
    this.conversation = new Conversation(host, store, this.memory, () => this.t);
    this.answers = new Answers(host, store, new Visits(host, this.memory), this.conversation.line);
    this.conversation.onShow = (card) => this.show(card);
    this.arrange();
    void this.conversation.resume();
  }

  get state(): State {
    return this.store.now;
  }

  get view(): State["view"] | "conversation" | "article" {
    if (this.state.reading) return "article";
    return underWay(this.state.remembered) || this.state.talk.messages.length > 0
      ? "conversation"
      : this.state.view;
  }

  /** How the question in the field goes: as recommended, where that takes one. */
  get questionGoesBy(): ChannelName | undefined {
    const way = this.ways.find((entry) => entry.recommended && isCarried(entry)) ?? this.ways.find(isCarried);
    return way?.channel as ChannelName | undefined;
  }

  /** Where nothing but an email is recommended, and nobody could be chatted with, its form saves a click. */
  get onlyLetters(): boolean {
    const [first] = this.ways.filter(({ recommended }) => recommended);
    return (
      (first ?? this.ways[0])?.channel === "email" && !this.ways.some(({ channel }) => channel === "chat")
    );
  }

  nameOf({ channel }: MenuEntry): string {
    return channel in ways ? this.t(ways[channel as keyof typeof ways].name) : capital(channel);
  }

  iconOf({ channel }: MenuEntry): IconName {
    return channel in ways ? ways[channel as keyof typeof ways].icon : "link";
  }

  get title(): string {
    return this.siteTexts?.title || this.t("title");
  }

  get greeting(): string {
    return this.siteTexts?.greeting || this.t("greeting");
  }

  get offline(): string {
    return this.siteTexts?.offline || this.t("offline");
  }

  /** While waiting in a chat, one may be called instead. */
  get canBeCalled(): boolean {
    return this.host.site.callback === true;
  }

  /** A menu without email is a site that answers no email. */
  get canSwitch(): boolean {
    return this.ways.some(({ channel }) => channel === "email");
  }

  /** "Chat opens Monday 09:00 (your time)", or nothing while it is open. */
  get opens(): string | undefined {
    const { opensAt } = this.host.answer?.menu ?? {};
    if (!opensAt) return undefined;
    const at = new Date(opensAt);
    const { time, day } = opening(at, new Date(), this.t.language);
    const text = day ? this.t("chatOpensOn", { day, time }) : this.t("chatOpensAt", { time });
    return clocksDiffer(at, this.host.site.timeZone) ? `${text} (${this.t("yourTime")})` : text;
  }

  open({ focus, channel }: Opening = { focus: true }): void {
    this.store.change({ open: true, ...(isView(channel) && { view: channel, reading: undefined }) });
    this.remember("open");
    this.conversation.follow();
    this.conversation.seen();
    this.host.emit("open");
    if (focus) void this.focusFirst();
  }

  close(): void {
    const hadFocus = this.host.root.activeElement !== null;
    this.store.change({ open: false });
    this.remember("closed");
    this.conversation.follow();
    this.conversation.seen();
    this.host.emit("close");
    if (hadFocus) this.host.focusLauncher();
  }

  go(view: State["view"]): void {
    this.store.change({ view, notice: undefined });
    void this.focusFirst();
  }

  /** The question, which may already have an answer. */
  typed(text: string): void {
    this.conversation.typed(text);
    this.answers.typed(text);
  }

  async read(article: string): Promise<void> {
    const opened = this.attempt(() => this.answers.open(article));
    void this.focusFirst();
    await opened;
    void this.focusFirst();
  }

  /** A card of the conversation. */
  async readShown(card: ShownCard): Promise<void> {
    if (!card.article) return;
    const opened = this.attempt(() => this.answers.open(card.article as string, card));
    void this.focusFirst();
    await opened;
    void this.focusFirst();
  }

  /** By the code that the visitor has read out on the phone. */
  async join(joined: Joined): Promise<void> {
    await this.attempt(() => this.conversation.join(joined));
    this.store.change({
      notice: joined.agent.name ? this.t("phoneJoined", { name: joined.agent.name }) : undefined,
    });
  }

  /** Something comes before the visitor's eyes, unless they are writing, or a phone's page would vanish behind it. */
  private show(card: ShownCard): void {
    const { open, remembered } = this.state;
    const writing =
      this.host.root.activeElement instanceof HTMLTextAreaElement && remembered.draft.trim() !== "";
    if (writing || !card.article || (!open && matchMedia(phone).matches)) return;
    if (!open) this.open({ focus: false });
    void this.attempt(() => this.answers.open(card.article as string, card));
  }

  async leaveArticle(): Promise<void> {
    const { id } = this.state.reading ?? {};
    this.answers.close();
    this.conversation.seen();
    await this.store.drawn();
    const left = this.host.root.querySelector<HTMLElement>(`[data-article="${id}"]`);
    if (left) left.focus();
    else void this.focusFirst();
  }

  /** What was typed is still there, and goes on to a person; with what a form asked for, where there was one. */
  writeInstead(more?: string): void {
    if (more)
      this.conversation.typed([this.state.remembered.draft.trim(), more].filter(Boolean).join("\n\n"));
    this.answers.forget();
    this.answers.close();
    this.conversation.seen();
    void this.focusFirst();
  }

  /** One click: by the way that is recommended, or the one that was chosen. */
  start(channel: ChannelName, more: { name?: string; address?: string } = {}): void {
    const text = this.state.remembered.draft.trim();
    if (!text) return;
    this.answers.forget();
    this.conversation.send(text, { channel, menu: this.host.answer?.menu.id, ...more });
    void this.focusFirst();
  }

  async refresh(): Promise<void> {
    if (this.t.language !== this.host.language) this.t = await loadTexts(this.host);
    this.arrange();
    this.store.change({});
  }

  /** What stands before the visitor's eyes keeps its place as long as the page is the same. */
  private arrange(): void {
    const { answer, pageView } = this.host;
    const entries = (answer?.menu.entries ?? []).filter((entry) => canBeGone(entry, this.host)).slice(0, 3);
    const stood = this.state.open && pageView === this.pageView && !this.onlyLetters;
    const seen = stood ? this.ways : [];
    this.ways = inPlace(
      seen.map(({ channel }) => channel),
      // Whatever the server says, nobody stands before an empty panel.
      answer && entries.length === 0 ? [lastResort] : entries,
    );
    this.pageView = pageView;
  }

  moved(): void {
    this.conversation.moved();
  }

  newQuestion(): void {
    this.conversation.leave();
    void this.host.refreshMenu();
    void this.focusFirst();
  }

  /** Something the visitor asked for by hand; if it fails they are told. */
  async attempt(deed: () => Promise<void>): Promise<void> {
    try {
      await deed();
    } catch (error) {
      this.store.change({ notice: this.t(sentenceOf(error)) });
    }
  }

  dismissNotice(): void {
    this.store.change({ notice: undefined });
  }

  async focusFirst(): Promise<void> {
    await this.store.drawn();
    const { root } = this.host;
    (root.querySelector<HTMLElement>("[data-first]") ?? root.querySelector<HTMLElement>(".sheet"))?.focus();
  }

  private get siteTexts() {
    return this.host.site.texts[this.host.language];
  }

  private remember(state: "open" | "closed"): void {
    if (this.host.preview) return;
    try {
      storage("sessionStorage")?.setItem(storageKey(this.host.key), state);
    } catch {
      // Forbidden or full: the panel is closed on the next page, no more.
    }
  }
}
