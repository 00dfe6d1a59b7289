import { nothing, parseRemembered, type Remembered } from "./remembered";

/** What is remembered, shared by all tabs of the site. Without storage it lives as long as the page. */
export class Memory {
  private held: Remembered;

  constructor(
    private readonly key: string,
    private readonly storage: Storage | undefined,
    private readonly onChange: (remembered: Remembered) => void,
  ) {
    this.held = parseRemembered(storage?.getItem(key));
    if (!storage) return;
    addEventListener("storage", (event) => {
      if (event.key !== key && event.key !== null) return;
      this.held = parseRemembered(event.newValue);
      this.onChange(this.held);
    });
  }

  get now(): Remembered {
    return this.held;
  }

  /** Reads anew before it writes: another tab may have written a moment ago. */
  change(step: (current: Remembered) => Partial<Remembered>): void {
    const stored = this.storage?.getItem(this.key);
    const current = stored ? parseRemembered(stored) : this.held;
    this.held = { ...current, ...step(current) };
    try {
      this.storage?.setItem(this.key, JSON.stringify(this.held));
    } catch {
      // Full or forbidden: this page still remembers.
    }
    this.onChange(this.held);
  }

  forget(): void {
    this.held = nothing;
    this.storage?.removeItem(this.key);
    this.onChange(this.held);
  }
}
