import { ProblemError } from "@kanal/api";
import { useEffect, useState } from "react";
import { type Autosave, createAutosave } from "./autosave";
import { keep, keptAt } from "./kept";

/** Who leaves and comes back at once finds the save that is still on its way, and not a second one beside it. */
const unsettled = new Map<string, Autosave<unknown>>();
const retryMs = 5_000;

interface Begun<T> {
  /** What the server has, and is saved on. */
  written: T;
  edition: number | undefined;
  savedAt?: string;
  delayMs: number;
  save: (written: T, edition: number | undefined) => Promise<{ edition: number; at: string }>;
  isConflict: (problem: ProblemError) => boolean;
}

/** One autosave for as long as something is in hand, and beyond: what is written is saved or kept, whenever one leaves. */
export function useAutosave<T>(key: string, begun: Begun<T>): Autosave<T> {
  const [autosave] = useState(() => (unsettled.get(key) as Autosave<T> | undefined) ?? begin(key, begun));
  useEffect(() => {
    if (autosave.get().state.kind === "unsaved") void autosave.flush();
    const leave = async () => {
      unsettled.set(key, autosave as Autosave<unknown>);
      if (await autosave.flush()) unsettled.delete(key);
    };
    addEventListener("pagehide", leave);
    return () => {
      removeEventListener("pagehide", leave);
      void leave();
    };
  }, [autosave, key]);
  return autosave;
}

function begin<T>(key: string, { written, edition, isConflict, ...options }: Begun<T>) {
  const kept = keptAt<T>(key);
  return createAutosave<T>({
    ...options,
    written: kept?.written ?? written,
    edition: kept ? kept.edition : edition,
    unsaved: kept !== null,
    retryMs,
    judge: (error) => {
      if (!(error instanceof ProblemError) || error.status === 0 || error.status >= 500) return "failed";
      return isConflict(error) ? "conflict" : error.status === 429 ? "failed" : "refused";
    },
    keep: (now, on) => keep(key, now && { written: now, edition: on }),
  });
}
