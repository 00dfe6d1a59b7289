/** After so long without a sign of life the next page is another visit. */
const visitEndsAfter = 30 * 60_000;
/** More pages than anybody looks at; the storage is the visitor's. */
const mostPages = 60;

interface Counted {
  began: number;
  last: number;
  /** Seen here before this visit. */
  returning: boolean;
  pages: number;
  /** How often each page was come to. */
  visits: Record<string, number>;
  step?: string;
  stepBegan: number;
  vainSearches: number;
  search?: string;
  visitor?: string;
  memory?: string;
}

export interface VisitFacts {
  seconds: number;
  pageSeconds: number;
  stepSeconds?: number;
  pages: number;
  pageVisits: number;
  vainSearches: number;
  search?: string;
  returning: boolean;
}

/** Counts a visit. In memory only, until it is told that it may keep what it has counted. */
export class Visit {
  private counted: Counted;
  private page = "";
  private pageBegan: number;
  private storage: Storage | undefined;

  constructor(
    private readonly key: string,
    private readonly now: () => number,
  ) {
    this.pageBegan = now();
    this.counted = this.another(false);
  }

  /** Shared with the site's other tabs and later pages from here on, or forgotten everywhere. */
  keepIn(storage: Storage | undefined, allowed: boolean): void {
    if (!allowed) {
      storage?.removeItem(this.key);
      this.storage = undefined;
      this.visitor = undefined;
      this.memory = undefined;
      return;
    }
    if (this.storage || !storage) return;
    this.storage = storage;
    const { pages, visits, step, stepBegan, vainSearches, search } = this.counted;
    const first = this.kept() === undefined;
    this.change((counted) => {
      if (first) return;
      counted.pages += pages;
      for (const [page, times] of Object.entries(visits))
        counted.visits[page] = (counted.visits[page] ?? 0) + times;
      counted.vainSearches += vainSearches;
      counted.search = search ?? counted.search;
      if (step && counted.step !== step) Object.assign(counted, { step, stepBegan });
    });
  }

  came(page: string): void {
    this.page = page.slice(0, 200);
    this.pageBegan = this.now();
    this.change((counted) => {
      counted.pages++;
      const { [this.page]: times = 0, ...others } = counted.visits;
      counted.visits = Object.fromEntries([
        ...Object.entries(others).slice(1 - mostPages),
        [this.page, times + 1],
      ]);
    });
  }

  stands(step: string | undefined): void {
    if (step !== this.counted.step)
      this.change((counted) => Object.assign(counted, { step, stepBegan: this.now() }));
  }

  /** @param text what was sought, where the page itself has told it */
  searched(found: boolean, text?: string): void {
    this.change((counted) => {
      if (!found) counted.vainSearches++;
      if (text) counted.search = text.slice(0, 100);
    });
  }

  get visitor(): string | undefined {
    return this.counted.visitor;
  }

  set visitor(visitor: string | undefined) {
    if (visitor !== this.counted.visitor) this.change((counted) => Object.assign(counted, { visitor }));
  }

  /** As another tab may have left it a moment ago. */
  get memory(): string | undefined {
    return (this.kept() ?? this.counted).memory;
  }

  set memory(memory: string | undefined) {
    this.change((counted) => Object.assign(counted, { memory }));
  }

  get facts(): VisitFacts {
    const { began, pages, visits, step, stepBegan, vainSearches, search, returning } = this.counted;
    const since = (at: number) => Math.max(0, Math.round((this.now() - at) / 1000));
    return {
      seconds: since(began),
      pageSeconds: since(this.pageBegan),
      stepSeconds: step ? since(stepBegan) : undefined,
      pages,
      pageVisits: visits[this.page] ?? 0,
      vainSearches,
      search,
      returning,
    };
  }

  /** Begins from what is kept, so that tabs don't write over each other. */
  private change(change: (counted: Counted) => void): void {
    const kept = this.kept();
    if (kept) this.counted = kept;
    if (this.now() - this.counted.last > visitEndsAfter) {
      const { visitor, memory } = this.counted;
      this.counted = { ...this.another(true), visitor, memory };
    }
    change(this.counted);
    this.counted.last = this.now();
    try {
      this.storage?.setItem(this.key, JSON.stringify(this.counted));
    } catch {
      // Full or forbidden: this page counts alone.
      this.storage = undefined;
    }
  }

  private kept(): Counted | undefined {
    try {
      const read = JSON.parse(this.storage?.getItem(this.key) ?? "null");
      return typeof read?.last === "number" && typeof read.visits === "object" ? read : undefined;
    } catch {
      return undefined;
    }
  }

  private another(returning: boolean): Counted {
    const now = this.now();
    return { began: now, last: now, returning, pages: 0, visits: {}, stepBegan: now, vainSearches: 0 };
  }
}
