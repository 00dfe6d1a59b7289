const every = 3000;
const idleAfter = 6000;

/** Says "typing" at most every three seconds, and once when it stopped. */
export class TypingSignal {
  private saidAt = 0;
  private quiet: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly say: (typing: boolean) => void) {}

  keyPressed(empty: boolean): void {
    if (empty) this.stop();
    else this.press();
  }

  private press(): void {
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => this.stop(), idleAfter);
    if (Date.now() - this.saidAt < every) return;
    this.saidAt = Date.now();
    this.say(true);
  }

  stop(): void {
    clearTimeout(this.quiet);
    if (this.saidAt > 0) this.say(false);
    this.saidAt = 0;
  }

  /** A message went out, which says it all. */
  sent(): void {
    clearTimeout(this.quiet);
    this.saidAt = 0;
  }
}
