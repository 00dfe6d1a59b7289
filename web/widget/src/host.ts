import type { Facts, MenuAnswer, WidgetSite } from "./contract";

export interface LauncherFace {
  open: boolean;
  unread: number;
  /** While a conversation goes on; otherwise the recommended way in a word. */
  label?: string;
  /** "2 new messages", for those who can't see the badge. */
  news?: string;
}

/** What the loader keeps and the panel reads. The loader alone writes it. */
export interface Host {
  readonly base: string;
  readonly key: string;
  readonly preview: boolean;
  readonly root: ShadowRoot;
  /** Carries the theme; the panel puts itself in here. */
  readonly layer: HTMLElement;
  site: WidgetSite;
  answer: MenuAnswer | undefined;
  language: string;
  /** The language as the visitor's region writes times and numbers. */
  locale: string;
  facts(): Facts;
  refreshMenu(): Promise<void>;
  emit(event: WidgetEvent, detail?: unknown): void;
  launcher(face: LauncherFace): void;
  focusLauncher(): void;
}

export type WidgetEvent = "ready" | "open" | "close" | "start" | "message" | "assigned" | "end";

export interface Panel {
  open(options?: { focus: boolean }): void;
  close(): void;
  /** The menu, the site or the language changed. */
  refresh(): Promise<void>;
  /** A new page, a new basket. */
  moved(): void;
}

export interface PanelModule {
  mount(host: Host): Promise<Panel>;
}
