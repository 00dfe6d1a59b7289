import { useWidget } from "../context";
import { lastFrom } from "../conversation/messages";
import { Icon } from "./icon";
import { OpeningNote } from "./opening-note";

/** Said once the message is with us, until the first answer. */
export function EmailReceipt() {
  const { t, state } = useWidget();
  const { conversation } = state.remembered;
  if (!conversation || lastFrom(state.talk.messages, "agent")) return null;
  return (
    <div class="waiting-card">
      <p class="strong done">
        <Icon name="done" />
        {t("emailReceived")}
      </p>
      <p>{conversation.address ? t("emailReply", { address: conversation.address }) : t("emailReplyHere")}</p>
      <OpeningNote />
    </div>
  );
}
