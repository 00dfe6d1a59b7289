import { useSyncExternalStore } from "react";
import { onServerClock, serverNow } from "./serverClock";

/** One clock for all who look at it; it runs only while somebody does. */
function clock(step: number) {
  const listeners = new Set<() => void>();
  let now = serverNow();
  let timer: ReturnType<typeof setInterval> | undefined;

  function tick() {
    now = serverNow();
    for (const each of listeners) each();
  }
  onServerClock(tick);

  function subscribe(listener: () => void) {
    listeners.add(listener);
    // Nobody has looked for a while.
    if (timer === undefined) now = serverNow();
    timer ??= setInterval(tick, step);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) {
        clearInterval(timer);
        timer = undefined;
      }
    };
  }
  return () => useSyncExternalStore(subscribe, () => now);
}

/** For every "2 min" on the page; it moves every five seconds. */
export const useNow = clock(5_000);

/** For what is counted in seconds. */
export const useSecond = clock(1_000);

/** For what is counted down. */
export const useHalfSecond = clock(500);
