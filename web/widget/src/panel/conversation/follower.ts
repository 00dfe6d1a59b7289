import { readEventStream } from "@kanal/api/event-stream";
import type { ConversationEvent } from "../../contract";

interface Target {
  url: string;
  token: string;
  after: number;
}

interface Ears {
  heard: (event: ConversationEvent) => void;
  opened: () => void;
  lost: (lost: boolean) => void;
  refused: (status: number) => void;
}

/** A short break is nobody's business; a longer one is said. */
const patience = 2500;

/** Follows one conversation's events while it is wanted, gap-free. */
export class Follower {
  private following: { url: string; stop: AbortController } | undefined;

  constructor(private readonly ears: Ears) {}

  follow(target: Target | undefined): void {
    if (this.following?.url === target?.url) return;
    this.following?.stop.abort();
    this.following = target && { url: target.url, stop: this.start(target) };
  }

  private start({ url, token, after }: Target): AbortController {
    const stop = new AbortController();
    let complaint: ReturnType<typeof setTimeout> | undefined;
    stop.signal.addEventListener("abort", () => clearTimeout(complaint));
    void readEventStream(url, {
      signal: stop.signal,
      lastEventId: after > 0 ? String(after) : null,
      headers: () => ({ Authorization: `Bearer ${token}` }),
      onEvent: (event) =>
        this.ears.heard({ type: event.type, data: JSON.parse(event.data) } as ConversationEvent),
      onState: (state) => {
        if (state === "open") {
          clearTimeout(complaint);
          complaint = undefined;
          this.ears.lost(false);
          this.ears.opened();
        } else complaint ??= setTimeout(() => this.ears.lost(true), patience);
      },
      onRefused: (status) => {
        clearTimeout(complaint);
        this.following = undefined;
        this.ears.refused(status);
      },
    });
    return stop;
  }
}
