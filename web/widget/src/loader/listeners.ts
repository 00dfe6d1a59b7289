import type { WidgetEvent } from "../host";

type Listener = (detail: unknown) => void;

export class Listeners {
  private all: [WidgetEvent, Listener][] = [];

  on(event: WidgetEvent, listener: Listener): () => void {
    const entry: [WidgetEvent, Listener] = [event, listener];
    this.all = [...this.all, entry];
    return () => {
      this.all = this.all.filter((other) => other !== entry);
    };
  }

  emit(event: WidgetEvent, detail?: unknown) {
    for (const [wanted, listener] of this.all) {
      // A mistake in the page's own listener is the page's, and must not stop the conversation.
      try {
        if (wanted === event) listener(detail);
      } catch (error) {
        console.error(error);
      }
    }
  }
}
