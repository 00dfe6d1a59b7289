import { useEffect, useSyncExternalStore } from "react";

let watchers = 0;
const listeners = new Set<() => void>();

function change(by: number) {
  watchers += by;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether some page wants the wallboard in the stream. */
export const useWatching = () => useSyncExternalStore(subscribe, () => watchers > 0);

/** Asks for the wallboard in the stream as long as the page is there. */
export function useWatch() {
  useEffect(() => {
    change(1);
    return () => change(-1);
  }, []);
}
