/** What is written and not on the server yet, kept in this browser: a closed tab or a lost line loses nothing. */
export interface Kept<T> {
  written: T;
  /** The one that it was written on; undefined where nothing was on the server. */
  edition: number | undefined;
}

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export function keep<T>(key: string, kept: Kept<T> | null, store: Store = localStorage) {
  try {
    if (kept) store.setItem(`kanal.${key}`, JSON.stringify(kept));
    else store.removeItem(`kanal.${key}`);
  } catch {
    // Storage is full or forbidden; the server's copy follows in a moment.
  }
}

export function keptAt<T>(key: string, store: Store = localStorage): Kept<T> | null {
  try {
    return JSON.parse(store.getItem(`kanal.${key}`) ?? "null");
  } catch {
    return null;
  }
}
