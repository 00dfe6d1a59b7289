/** They say it again every few seconds while they write; whose line breaks says nothing any more. */
const forgottenAfter = 10_000;

/** An agent who was said to be typing is not for ever. */
export class TheirTyping {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly over: () => void) {}

  heard(typing: boolean): void {
    clearTimeout(this.timer);
    if (typing) this.timer = setTimeout(this.over, forgottenAfter);
  }
}
