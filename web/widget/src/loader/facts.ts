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
export function knownFacts({ page, title, step, topic, basket, signals }: GivenFacts): GivenFacts {
  const part = basket && { value: basket.value, currency: basket.currency, items: basket.items };
  return { page, title, step, topic, basket: part, signals };
}

function device(): string {
  if (innerWidth < 600) return "phone";
  return matchMedia("(pointer: coarse)").matches ? "tablet" : "desktop";
}

/** Query strings stay in the browser: they carry names and tokens that are nobody's business. */
export function pageFacts(given: GivenFacts, language: string): Facts {
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return {
    page: location.origin + location.pathname,
    title: document.title,
    referrer: document.referrer.split("?")[0] || undefined,
    language,
    device: device(),
    locale: navigator.language,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...known,
  };
}
