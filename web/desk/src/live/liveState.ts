import type { StreamState } from "@kanal/api";
import { useSyncExternalStore } from "react";

let state: StreamState = "connecting";
let lostAt: number | null = null;
const listeners = new Set<() => void>();

/** Returns for how many milliseconds the line was down, when it has just come back. */
export function setLiveState(next: StreamState): number {
  const gap = next === "open" && lostAt !== null ? Date.now() - lostAt : 0;
  if (next === "open") lostAt = null;
  else if (state === "open") lostAt = Date.now();
  state = next;
  for (const listener of listeners) listener();
  return gap;
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useLiveState = () => useSyncExternalStore(subscribe, () => state);
