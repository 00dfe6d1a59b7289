import type { Message } from "../../contract";
import { useWidget } from "../context";
import { lastFrom } from "../conversation/messages";
import { Icon } from "./icon";

/** Beside the visitor's last message. */
export function Delivery({ message }: { message: Message }) {
  const { t, state } = useWidget();
  const { messages, readByAgent } = state.talk;
  if (message !== lastFrom(messages, "visitor")) return null;
  const read = readByAgent >= message.sequence;
  return (
    <span class={read ? "delivery read" : "delivery"}>
      <Icon name="done" />
      {t(read ? "read" : "delivered")}
    </span>
  );
}
