import type { Kept, Outgoing, Remembered } from "./remembered";
import { forget, keep, recall, waitingKey } from "./remembered";

/**
 * What is remembered, shared by all tabs of the site. Without storage it lives as long as the page. Each thing has a key of its
 * own: tabs write at the same time, and one that wrote back the whole would bring back what another had just taken away.
 */
export class Memory {
  private held: Remembered;

  constructor(
    private readonly key: string,
    private storage: Storage | undefined,
    private readonly onChange: (remembered: Remembered) => void,
  ) {
    this.held = recall(storage, key);
    if (!storage) return;
    addEventListener("storage", (event) => {
      if (!this.storage || (event.key !== null && !event.key.startsWith(`${key}:`))) return;
      this.held = recall(this.storage, key);
      this.onChange(this.held);
    });
  }

  get now(): Remembered {
    return this.held;
  }

  change(part: Partial<Kept>): void {
    this.held = { ...this.held, ...part };
    for (const [name, value] of Object.entries(part)) this.write(`${this.key}:${name}`, value);
    this.onChange(this.held);
  }

  /** Keeps a message until it is dropped; one with the same clientId is replaced where it stands. */
  keep(item: Outgoing): void {
    const { outbox } = this.held;
    const known = outbox.some(({ clientId }) => clientId === item.clientId);
    this.waiting(
      known ? outbox.map((other) => (other.clientId === item.clientId ? item : other)) : [...outbox, item],
    );
    this.write(waitingKey(this.key, item.clientId), item);
  }

  drop(clientId: string): void {
    this.storage?.removeItem(waitingKey(this.key, clientId));
    if (this.held.outbox.some((item) => item.clientId === clientId))
      this.waiting(this.held.outbox.filter((item) => item.clientId !== clientId));
  }

  forget(): void {
    this.held = forget(this.storage, this.key);
    this.onChange(this.held);
  }

  private waiting(outbox: Outgoing[]): void {
    this.held = { ...this.held, outbox };
    this.onChange(this.held);
  }

  private write(key: string, value: unknown): void {
    try {
      keep(this.storage, key, value);
    } catch {
      // Full or forbidden: from here on this page remembers alone.
      this.storage = undefined;
    }
  }
}
