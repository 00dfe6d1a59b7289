import type { Basket, Facts } from "../contract";
import { isSignal, type SignalName } from "../signals";
import type { VisitFacts } from "./visit";

/** What a page tells. What it has told stays until it is told anew; null takes it back. */
export interface GivenFacts {
  page?: string;
  title?: string;
  step?: string | null;
  topic?: string | null;
  error?: string | null;
  campaign?: string | null;
  basket?: Basket | null;
  signals?: string[];
  /** The site's own, as they are named in its strategy. */
  own?: Record<string, unknown>;
}

const names = ["page", "title", "step", "topic", "error", "campaign", "basket", "signals"] as const;

/** Only what the API knows: it refuses the rest, and a page may hand over more than it should. */
export function knownFacts(given: GivenFacts = {}, before: GivenFacts = {}): GivenFacts {
  const told = Object.entries(pick(given, [...names])).map(([name, value]) => [name, clipped(name, value)]);
  const known: GivenFacts = { ...before, ...Object.fromEntries(told) };
  if (known.basket) known.basket = pick(known.basket, ["value", "currency", "items"]);
  const dotted = Object.entries(given).filter(([name]) => name.startsWith("own."));
  const own = {
    ...before.own,
    ...given.own,
    ...Object.fromEntries(dotted.map(([name, value]) => [name.slice(4), value])),
  };
  return Object.keys(own).length > 0 ? { ...known, own } : known;
}

/** The server refuses what is longer; a long title is no reason to be without a menu. */
const longest: Record<string, number> = { page: 2000, title: 300 };

const clipped = <T>(name: string, value: T) =>
  (typeof value === "string" ? value.slice(0, longest[name] ?? 200) : value) as T;

function pick<T extends object>(from: T, wanted: (keyof T)[]): T {
  return Object.fromEntries(wanted.filter((name) => name in from).map((name) => [name, from[name]])) as T;
}

function device(): string {
  if (innerWidth < 600) return "phone";
  return matchMedia("(pointer: coarse)").matches ? "tablet" : "desktop";
}

/** What an agent sees too. Query strings stay in the browser: they carry names and tokens that are nobody's business. */
export function pageFacts(
  { page, title, step, topic, basket }: GivenFacts,
  language: string,
  signals: readonly string[],
): Facts {
  return {
    page: page ?? clipped("page", location.origin + location.pathname),
    title: title ?? clipped("title", document.title),
    referrer: clipped("page", document.referrer.split("?")[0]),
    step,
    topic,
    basket,
    language,
    device: device(),
    locale: navigator.language,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    signals: signals.length > 0 ? [...signals] : undefined,
  };
}

/** What the menu is decided on: besides, what only rules can do something with, and the visit where it may be known. */
export function menuFacts(page: Facts, { error, campaign, own }: GivenFacts, visit: VisitFacts | undefined) {
  return { ...page, error, campaign, own, visit };
}

export type MenuFacts = ReturnType<typeof menuFacts>;

/** Told by the page and noted here; words that no rule can name are the page's own affair. */
export function standing(given: GivenFacts, noted: Iterable<SignalName>): SignalName[] {
  return [...new Set([...(Array.isArray(given.signals) ? given.signals : []).filter(isSignal), ...noted])];
}
