const least = 5_000;
/** After a first signal a rule may want more time on the site, or somebody to be free. */
const again = [30_000, 60_000, 120_000, 240_000];

/** Asks for the menu when a signal first appears, not too often, and a few times more while it stands. */
export class Asking {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private askedAt = Number.NEGATIVE_INFINITY;
  private left: number[] = [];

  constructor(
    private readonly ask: () => Promise<void>,
    private readonly useless: () => boolean,
  ) {}

  noted(): void {
    this.left = [...again];
    this.plan(Math.max(0, this.askedAt + least - Date.now()));
  }

  /** There is a card, or another page. */
  stop(): void {
    clearTimeout(this.timer);
    this.left = [];
  }

  private plan(wait: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const next = this.left.shift();
      if (next !== undefined) this.plan(next);
      if (this.useless()) return;
      this.askedAt = Date.now();
      void this.ask();
    }, wait);
  }
}
