const undoMs = 5000;

/** The visitor ends the chat, and has a moment to think better of it; leaving the page is meant. */
export class Ending {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly show: (ending: boolean) => void,
    private readonly end: (keepalive: boolean) => void,
  ) {
    addEventListener("pagehide", () => this.timer && this.now(true));
  }

  begin(): void {
    this.show(true);
    this.timer = setTimeout(() => this.now(false), undoMs);
  }

  undo(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.show(false);
  }

  private now(keepalive: boolean): void {
    this.undo();
    this.end(keepalive);
  }
}
