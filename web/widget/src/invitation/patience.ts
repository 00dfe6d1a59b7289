/** Runs out after so long with the page before somebody's eyes: a tab in the background waits for nobody. */
export class Patience {
  private left = 0;
  private since = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly whole: number,
    private readonly over: () => void,
    private readonly hidden: () => boolean,
  ) {}

  begin(): void {
    this.stop();
    this.left = this.whole;
    this.run();
  }

  /** The page has come before somebody's eyes, or gone from them. */
  looked(): void {
    if (this.hidden()) this.pause();
    else this.run();
  }

  stop(): void {
    this.pause();
    this.left = 0;
  }

  private run(): void {
    if (this.timer !== undefined || this.left <= 0 || this.hidden()) return;
    this.since = Date.now();
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.left = 0;
      this.over();
    }, this.left);
  }

  private pause(): void {
    if (this.timer === undefined) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    // What is due and has not had its turn is not stopped for that.
    this.left = Math.max(1, this.left - (Date.now() - this.since));
  }
}
