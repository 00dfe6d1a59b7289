import type { ConversationEvent } from "../../contract";
import type { Host } from "../../host";
import type { Talk } from "./apply";

/** Tells the page what is new; how things stood when the page came is not. */
export function report(emit: Host["emit"], event: ConversationEvent, before: Talk, seen: number): void {
  if (event.type === "message") {
    const { from, name, text, sequence } = event.data;
    const known = before.messages.some((message) => message.sequence === sequence);
    if (from === "agent" && !known && sequence > seen) emit("message", { from: name, text });
  }
  if (before.state === "unknown") return;
  if (event.type === "assigned" && before.agent !== event.data.agent.name) emit("assigned", event.data.agent);
  if (event.type === "closed" && before.state !== "closed") emit("end");
}
