import { useState } from "preact/hooks";
import { useWidget } from "../context";
import { AfterCall } from "./after-call";
import { CallState } from "./call-state";
import { Closed } from "./closed";
import { Composer } from "./composer";
import { EmailReceipt } from "./email-receipt";
import { MessageList } from "./message-list";
import { Waiting } from "./waiting";

export function ConversationView() {
  const { t, state, conversation } = useWidget();
  const [over, setOver] = useState(false);
  const { channel } = state.remembered.conversation ??
    state.remembered.outbox[0]?.start ?? { channel: "chat" };
  const begun = state.talk.messages.length + state.remembered.outbox.length > 0;
  const canDrop = state.remembered.conversation !== undefined;

  function dragOver(event: DragEvent) {
    if (!canDrop || !event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    setOver(true);
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    if (canDrop) conversation.uploads.add(event.dataTransfer?.files ?? []);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button beside the field does the same
    <div class="talk" onDragOver={dragOver} onDragLeave={() => setOver(false)} onDrop={drop}>
      <MessageList>
        {!begun && <p class="line">{t("chatReady")}</p>}
        {channel === "email" && <EmailReceipt />}
        {channel === "chat" && <Waiting />}
        {channel === "callback" && <CallState />}
      </MessageList>
      {channel === "callback" ? <AfterCall /> : state.talk.state === "closed" ? <Closed /> : <Composer />}
      {over && <p class="drop">{t("dropHere")}</p>}
    </div>
  );
}
