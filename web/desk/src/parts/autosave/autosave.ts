export type SaveState =
  | { kind: "saved"; at?: string }
  | { kind: "unsaved" }
  | { kind: "saving" }
  /** The server did not take it: it must be changed first. */
  | { kind: "refused"; error: unknown }
  /** The server was not reached; it is tried again. */
  | { kind: "failed"; error: unknown }
  /** Somebody else has changed the text. */
  | { kind: "conflict" };

export interface Autosaved<T> {
  written: T;
  /** The one that was read or saved last; undefined where nothing is on the server yet. */
  edition: number | undefined;
  state: SaveState;
}

export type Outcome = "refused" | "failed" | "conflict";

interface Options<T> {
  written: T;
  edition: number | undefined;
  /** Begins with something that is not on the server. */
  unsaved?: boolean;
  savedAt?: string;
  save: (written: T, edition: number | undefined) => Promise<{ edition: number; at: string }>;
  judge: (error: unknown) => Outcome;
  /** Keeps what is not on the server yet in this browser; null: nothing more is to be kept. */
  keep: (written: T | null, edition: number | undefined) => void;
  delayMs: number;
  retryMs: number;
}

export type Autosave<T> = ReturnType<typeof createAutosave<T>>;

/** Saves what is written a moment after the last change, one save at a time, each on the edition of the one before. */
export function createAutosave<T>(options: Options<T>) {
  const { save, judge, keep, delayMs, retryMs } = options;
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let changed = options.unsaved ?? false;
  let now: Autosaved<T> = {
    written: options.written,
    edition: options.edition,
    state: changed ? { kind: "unsaved" } : { kind: "saved", at: options.savedAt },
  };

  function set(next: Partial<Autosaved<T>>) {
    now = { ...now, ...next };
    for (const listener of listeners) listener();
  }

  function later(ms: number) {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), ms);
  }

  async function attempt() {
    clearTimeout(timer);
    changed = false;
    set({ state: { kind: "saving" } });
    try {
      const { edition, at } = await save(now.written, now.edition);
      set({ edition, state: changed ? { kind: "unsaved" } : { kind: "saved", at } });
      keep(changed ? now.written : null, edition);
      if (changed) later(delayMs);
    } catch (error) {
      const since = changed;
      changed = true;
      const outcome = judge(error);
      set({ state: outcome === "conflict" ? { kind: "conflict" } : { kind: outcome, error } });
      if (outcome === "failed") later(retryMs);
      // What was written since may be right.
      if (outcome === "refused" && since) {
        set({ state: { kind: "unsaved" } });
        later(delayMs);
      }
    }
  }

  function run(): Promise<void> {
    running ??= attempt().finally(() => {
      running = undefined;
    });
    return running;
  }

  return {
    get: () => now,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    write(written: T) {
      changed = true;
      keep(written, now.edition);
      const waits = now.state.kind === "conflict";
      set({ written, ...(waits || running ? {} : { state: { kind: "unsaved" } }) });
      if (!waits && !running) later(delayMs);
    },
    /** Saves at once what is not saved; true where the server has all of it. */
    async flush(): Promise<boolean> {
      if (running) await running;
      if (changed && now.state.kind !== "conflict") await run();
      return !changed;
    },
    /** What the server has now, where nothing here is newer. */
    take(written: T, edition: number, at?: string) {
      if (changed || running || edition <= (now.edition ?? 0)) return;
      set({ written, edition, state: { kind: "saved", at } });
    },
    /** Ours instead of what somebody else has written. */
    async insist(edition: number | undefined) {
      set({ edition });
      await run();
    },
    /** Theirs instead of ours. */
    giveWay(written: T, edition: number | undefined, at?: string) {
      clearTimeout(timer);
      changed = false;
      keep(null, edition);
      set({ written, edition, state: { kind: "saved", at } });
    },
    /** Nothing is saved from here on: the text is gone. */
    stop() {
      clearTimeout(timer);
      changed = false;
      keep(null, now.edition);
    },
  };
}
