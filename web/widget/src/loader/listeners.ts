import type { WidgetEvent } from "../host";

type Listener = (detail: unknown) => void;

export class Listeners {
  private readonly listeners = new Map<string, Set<Listener>>();

  on(event: WidgetEvent, listener: Listener): () => void {
    const set = this.listeners.get(event) ?? new Set();
    this.listeners.set(event, set.add(listener));
    return () => set.delete(listener);
  }

  emit(event: WidgetEvent, detail?: unknown) {
    for (const listener of this.listeners.get(event) ?? []) {
      // A mistake in the page's own listener is the page's, and must not stop the conversation.
      try {
        listener(detail);
      } catch (error) {
        console.error(error);
      }
    }
  }
}
