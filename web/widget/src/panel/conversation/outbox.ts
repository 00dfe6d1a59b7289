import type { Memory } from "../../memory/memory";
import type { Outgoing } from "../../memory/remembered";
import { Problem } from "../problem";
import { afterFailure } from "./retry";

type Post = (item: Outgoing) => Promise<void>;

/** Sends what waits, in order, until it is accepted or refused. An item keeps its clientId, so a repeat does no harm. */
export class Outbox {
  private running = false;
  private attempt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly memory: Memory,
    private readonly post: Post,
    private readonly onLine: (lost: boolean) => void,
    private readonly chance: () => number = Math.random,
  ) {}

  add(item: Outgoing): void {
    this.memory.keep(item);
    void this.deliver();
  }

  discard(clientId: string): void {
    this.memory.drop(clientId);
  }

  again(clientId: string): void {
    this.mark(clientId, undefined);
    void this.deliver();
  }

  async deliver(): Promise<void> {
    if (this.running) return;
    this.running = true;
    clearTimeout(this.timer);
    for (let item = this.next(); item; item = this.next()) {
      if (!(await this.deliverOne(item))) break;
    }
    this.running = false;
  }

  private next(): Outgoing | undefined {
    return this.memory.now.outbox.find((item) => !item.refused);
  }

  private async deliverOne(item: Outgoing): Promise<boolean> {
    try {
      await this.post(item);
      this.attempt = 0;
      this.onLine(false);
      return true;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const verdict = afterFailure(error, this.attempt++, this.chance());
      if ("refused" in verdict) {
        this.mark(item.clientId, verdict.refused);
        return true;
      }
      this.onLine(error.status !== 429);
      this.timer = setTimeout(() => void this.deliver(), verdict.againInMs);
      return false;
    }
  }

  private mark(clientId: string, refused: string | undefined): void {
    const item = this.memory.now.outbox.find((one) => one.clientId === clientId);
    if (item) this.memory.keep({ ...item, refused });
  }
}
