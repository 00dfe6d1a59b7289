import type { Facts, Invitation, InvitationAnswer, MenuAnswer, WidgetSite } from "./contract";
import type { GivenFacts } from "./launcher/facts";
import type { Call } from "./loader/commands";
import type { Embed } from "./loader/embed";
import type { Listeners } from "./loader/listeners";
import type { SignalName } from "./signals";

export interface LauncherFace {
  open: boolean;
  unread: number;
  /** While a conversation goes on; otherwise the recommended way in a word. */
  label?: string;
  /** "2 new messages", for those who can't see the badge. */
  news?: string;
}

/** What the launcher keeps and the panel reads. The launcher alone writes it. */
export interface Host {
  readonly base: string;
  readonly key: string;
  readonly preview: boolean;
  readonly root: ShadowRoot;
  /** Carries the theme; the panel puts itself in here. */
  readonly layer: HTMLElement;
  site: WidgetSite;
  answer: MenuAnswer | undefined;
  /** When the answer came, in ms. */
  answeredAt: number;
  /** Another one for every page; a menu keeps its calm within one. */
  pageView: string;
  language: string;
  /** The language with the visitor's own region, whose telephone numbers are meant. */
  locale: string;
  facts(): Facts;
  /** Who the visitor is, signed by the site's own server. */
  identity(): string | undefined;
  refreshMenu(): Promise<void>;
  /** Somebody has looked for an answer, and there was none. */
  soughtInVain(): void;
  emit(event: WidgetEvent, detail?: unknown): void;
  launcher(face: LauncherFace): void;
  focusLauncher(): void;
}

export type WidgetEvent =
  | "ready"
  | "open"
  | "close"
  | "start"
  | "message"
  | "assigned"
  | "end"
  | "invitation";

export interface Opening {
  focus: boolean;
  /** Straight to this way of contact. */
  channel?: string;
}

export interface LauncherModule {
  run(embed: Embed, listeners: Listeners): (call: Call) => unknown;
}

export interface Panel {
  open(opening?: Opening): void;
  close(): void;
  /** The menu, the site or the language changed. */
  refresh(): Promise<void>;
  /** A new page, a new basket. */
  moved(): void;
}

export interface PanelModule {
  mount(host: Host): Promise<Panel>;
}

/** What watching and inviting need of the launcher. */
export interface InvitingHost {
  readonly root: ShadowRoot;
  readonly layer: HTMLElement;
  readonly button: HTMLElement;
  readonly language: string;
  /** The signals that a rule of this site can do something with. */
  readonly watched: readonly string[];
  /** A signal, for the first time on this page. */
  noted(signal: SignalName): void;
  ask(): Promise<void>;
  /** Now is no time for a card: the panel is open, or a conversation under way. */
  busy(): boolean;
  answer(invitation: Invitation, answer: InvitationAnswer["answer"]): void;
  open(channel: string): void;
}

export interface Inviting {
  /** Another page, for the n-th time in this visit. */
  came(pageVisits: number): void;
  told(facts: GivenFacts): void;
  searched(vainSearches: number): void;
  invite(invitation: Invitation): void;
  /** The visitor has come to us by themselves. */
  opened(): void;
  stop(): void;
}

export interface InvitationModule {
  watch(host: InvitingHost): Inviting;
}
