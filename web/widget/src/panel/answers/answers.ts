import type { PublicAnswer, PublicArticle, ShownCard } from "../../contract";
import type { Host } from "../../host";
import { call, request } from "../call";
import type { Line } from "../conversation/line";
import { siteUrl } from "../site-url";
import type { State } from "../state";
import type { Store } from "../store";
import type { Visits } from "./visits";

const least = 3;
const most = 3;
const pauseMs = 250;
/** After so long without a key, what was typed is what was meant. */
const doneMs = 1500;

/** What answers the question that is being typed. */
export interface Found {
  articles: PublicAnswer[];
  /** As many as there have been at once, so that what stands below does not move up and down. */
  places: number;
}

export const nothingFound: Found = { articles: [], places: 0 };

/** The article that is open in the panel. */
export interface Reading {
  id: string;
  article?: PublicArticle;
  /** Of a guide, from 0. */
  step: number;
  helped?: boolean;
  /** Where an agent has put it before the visitor. */
  shown?: string;
  /** The form came through. */
  sent?: boolean;
}

/** Articles that may answer what is being typed, and the one that is being read. */
export class Answers {
  private asking: AbortController | undefined;
  private timers: ReturnType<typeof setTimeout>[] = [];
  /** Of this question it is known already. */
  private vain = false;

  constructor(
    private readonly host: Host,
    private readonly store: Store<State>,
    private readonly visits: Visits,
    private readonly line: Line,
  ) {}

  typed(text: string): void {
    this.stop();
    const q = text.trim();
    if (q.length < least) {
      this.forget();
      return;
    }
    this.timers = [
      setTimeout(() => void this.search(q, false), pauseMs),
      // Only what nothing answers is worth telling: what people sought in vain.
      setTimeout(() => {
        const { articles } = this.store.now.found;
        if (articles.length === 0) void this.search(q, true);
        else this.visits.shown(articles.map(({ id }) => id));
      }, doneMs),
    ];
  }

  /** The question is on its way, or no longer one. */
  forget(): void {
    this.stop();
    this.vain = false;
    this.visits.forget();
    this.store.change({ found: nothingFound });
  }

  /** @param shown what an agent has put before the visitor; in its own language */
  async open(id: string, shown?: ShownCard): Promise<void> {
    const reading: Reading = { id, step: 0, shown: shown?.id };
    const language = shown?.language ?? this.host.language;
    this.store.change({ reading, notice: undefined });
    try {
      const article = await call<PublicArticle>(this.url(`articles/${id}`, { language }));
      if (this.store.now.reading !== reading) return;
      this.store.change({ reading: { ...reading, article } });
      if (reading.shown) this.told(article.steps.length > 0 ? { step: 1 } : {});
      else this.visits.read(id);
    } catch (error) {
      if (this.store.now.reading === reading) this.close();
      throw error;
    }
  }

  close(): void {
    this.store.change({ reading: undefined });
  }

  turnTo(step: number): void {
    const { reading } = this.store.now;
    if (!reading) return;
    this.store.change({ reading: { ...reading, step } });
    this.told({ step: step + 1 });
  }

  /** The form of a card is with us. */
  sent(): void {
    const { reading } = this.store.now;
    if (reading) this.store.change({ reading: { ...reading, sent: true } });
  }

  /** Of a form how many fields have something in them, never what. */
  told(progress: { step?: number; filled?: number }): void {
    const { shown } = this.store.now.reading ?? {};
    if (shown) this.line.tell(`shown/${shown}`, progress);
  }

  helped(yes: boolean): void {
    const { reading } = this.store.now;
    if (!reading?.article) return;
    this.store.change({ reading: { ...reading, helped: yes } });
    if (this.host.preview) return;
    this.visits.read(reading.id, yes);
    const body = { yes, language: reading.article.language };
    // Nobody is kept from going on because an opinion got lost.
    request(this.url(`articles/${reading.id}/helped`), { body, keepalive: true }).catch(() => undefined);
  }

  private async search(q: string, done: boolean): Promise<void> {
    this.asking?.abort();
    this.asking = new AbortController();
    const { signal } = this.asking;
    const { language } = this.host;
    const url = this.url("answers", { q, language, limit: String(most), ...(done && { done: "true" }) });
    const answer = await call<{ data: PublicAnswer[] }>(url, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    const { data } = answer ?? { data: [] };
    if (done && answer && data.length === 0 && !this.vain) {
      this.vain = true;
      this.host.soughtInVain();
    }
    const { found } = this.store.now;
    // Nothing comes up under the finger of someone who has already gone on to another field.
    const writing = this.host.root.activeElement instanceof HTMLTextAreaElement;
    if (found.places === 0 && !writing) return;
    const places = data.length === 0 ? 0 : Math.max(found.places, data.length);
    this.store.change({ found: { articles: data, places } });
  }

  private stop(): void {
    this.asking?.abort();
    for (const timer of this.timers) clearTimeout(timer);
  }

  private url(path: string, query: Record<string, string> = {}): string {
    return `${siteUrl(this.host, path)}?${new URLSearchParams(query)}`;
  }
}
