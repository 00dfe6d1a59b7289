import { useSyncExternalStore } from "react";

let opened = false;
const listeners = new Set<() => void>();

function set(next: boolean) {
  opened = next;
  for (const listener of listeners) listener();
}

export const shortcutsHelp = { open: () => set(true), close: () => set(false) };

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useShortcutsHelp = () => useSyncExternalStore(subscribe, () => opened);
