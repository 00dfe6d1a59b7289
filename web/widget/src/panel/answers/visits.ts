import type { Host } from "../../host";
import type { Memory } from "../../memory/memory";
import { underWay } from "../../memory/remembered";
import { request } from "../call";
import { siteUrl } from "../site-url";

/** Tells which answers a visitor looked at before writing to us. Whether they spared a contact is counted from it. */
export class Visits {
  private known = new Set<string>();

  constructor(
    private readonly host: Host,
    private readonly memory: Memory,
  ) {}

  /** They stood there long enough to be seen. Each counts once for a question. */
  shown(ids: string[]): void {
    const fresh = ids.filter((id) => !this.known.has(id));
    for (const id of fresh) this.known.add(id);
    if (fresh.length > 0) this.tell({ shown: fresh });
  }

  read(id: string, helped?: boolean): void {
    const { visitor } = this.host.answer ?? {};
    // From here on this visitor is the same one on the next page too, or who writes there would count as somebody else.
    if (!this.host.preview && visitor && !underWay(this.memory.now)) this.memory.change({ visitor });
    this.tell({ read: id, helped });
  }

  /** Another question. */
  forget(): void {
    this.known = new Set();
  }

  private tell(what: { shown?: string[]; read?: string; helped?: boolean }): void {
    const { visitor } = this.host.answer ?? {};
    if (this.host.preview || !visitor || underWay(this.memory.now)) return;
    const body = { visitor, language: this.host.language, ...what };
    // Counting is ours; a visitor is never kept from anything by it.
    request(siteUrl(this.host, "visits"), { body, keepalive: true }).catch(() => undefined);
  }
}
