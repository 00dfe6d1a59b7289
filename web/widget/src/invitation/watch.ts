import type { GivenFacts } from "../launcher/facts";
import type { SignalName } from "../signals";
import { Patience } from "./patience";

/** Times with the page before somebody's eyes, in ms. */
export const enough = { hesitation: 60_000, idleBasket: 120_000, longReading: 120_000 };
/** So often come to the same page, or sought and not found. */
export const often = { repeatedPage: 3, vainSearch: 2 };

interface Told {
  step: string;
  basket: string;
  error: string;
}

/**
 * Notes what may mean that somebody needs help, of what the site's rules ask for: that something was filled in or refused, never
 * what; that nothing has happened for a while. No key and no letter is looked at.
 */
export class Watch {
  private watched: ReadonlySet<string> = new Set();
  private noted = new Set<SignalName>();
  private told: Told = { step: "", basket: "", error: "" };
  private scrolled = false;
  private readLong = false;
  private readonly hesitation: Patience;
  private readonly idleBasket: Patience;
  private readonly longReading: Patience;

  constructor(
    private readonly note: (signal: SignalName) => void,
    hidden: () => boolean,
  ) {
    this.hesitation = new Patience(enough.hesitation, () => this.raise("hesitation"), hidden);
    this.idleBasket = new Patience(enough.idleBasket, () => this.raise("idleBasket"), hidden);
    this.longReading = new Patience(enough.longReading, () => this.read({ long: true }), hidden);
  }

  /** Another page. */
  came(pageVisits: number, watched: readonly string[]): void {
    this.watched = new Set(watched);
    this.noted.clear();
    this.scrolled = false;
    this.readLong = false;
    this.longReading.begin();
    this.wentOn();
    if (pageVisits >= often.repeatedPage) this.raise("repeatedPage");
  }

  facts({ step, basket, error }: GivenFacts): void {
    const before = this.told;
    this.told = {
      step: step ?? "",
      basket: basket?.value || basket?.items ? JSON.stringify(basket) : "",
      error: error ?? "",
    };
    if (before.step !== this.told.step || before.basket !== this.told.basket) this.wentOn();
    if (this.told.error && this.told.error !== before.error) this.refused();
  }

  /** Something was filled in, chosen or put into the basket. */
  wentOn(): void {
    if (this.told.step) this.hesitation.begin();
    else this.hesitation.stop();
    if (this.told.basket) this.idleBasket.begin();
    else this.idleBasket.stop();
  }

  /** A form would not take what was filled in. */
  refused(): void {
    this.raise("formError");
  }

  searched(vainSearches: number): void {
    if (vainSearches >= often.vainSearch) this.raise("vainSearch");
  }

  scroll(): void {
    this.read({ scrolled: true });
  }

  /** The pointer has left the page through its upper edge, where tabs and the address are. */
  leaving(): void {
    this.raise("leaving");
  }

  looked(): void {
    for (const patience of [this.hesitation, this.idleBasket, this.longReading]) patience.looked();
  }

  stop(): void {
    this.watched = new Set();
    for (const patience of [this.hesitation, this.idleBasket, this.longReading]) patience.stop();
  }

  /** Who has not moved the page in all that time may have left the room. */
  private read({
    long = this.readLong,
    scrolled = this.scrolled,
  }: {
    long?: boolean;
    scrolled?: boolean;
  }): void {
    this.readLong = long;
    this.scrolled = scrolled;
    if (long && scrolled && !this.told.step) this.raise("longReading");
  }

  private raise(signal: SignalName): void {
    if (!this.watched.has(signal) || this.noted.has(signal)) return;
    this.noted.add(signal);
    this.note(signal);
  }
}
