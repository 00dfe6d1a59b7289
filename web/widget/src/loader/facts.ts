import type { Basket, Facts } from "../contract";

export interface GivenFacts {
  page?: string;
  title?: string;
  step?: string;
  topic?: string;
  basket?: Basket;
  signals?: string[];
}

/** Only what the API knows: it refuses unknown members, and a page may hand over more than it should. */
export function knownFacts(given: GivenFacts): GivenFacts {
  const known = pick(given, ["page", "title", "step", "topic", "basket", "signals"]);
  return known.basket ? { ...known, basket: pick(known.basket, ["value", "currency", "items"]) } : known;
}

function pick<T extends object>(from: T, names: (keyof T)[]): T {
  return Object.fromEntries(names.filter((name) => name in from).map((name) => [name, from[name]])) as T;
}

function device(): string {
  if (innerWidth < 600) return "phone";
  return matchMedia("(pointer: coarse)").matches ? "tablet" : "desktop";
}

/** Query strings stay in the browser: they carry names and tokens that are nobody's business. */
export function pageFacts(given: GivenFacts, language: string): Facts {
  return {
    page: (location.origin + location.pathname).slice(0, 2000),
    // The server refuses what is longer; a page's title is no reason to be without a menu.
    title: document.title.slice(0, 300),
    referrer: document.referrer.split("?")[0],
    language,
    device: device(),
    locale: navigator.language,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...given,
  };
}
