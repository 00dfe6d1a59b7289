import type { Outgoing } from "../../memory/remembered";
import { useWidget } from "../context";
import type { TextKey } from "../texts";
import { RichText } from "./rich-text";

export function OutgoingBubble({ item }: { item: Outgoing }) {
  const { t, conversation } = useWidget();
  return (
    <article class="bubble visitor waiting">
      <p class="author hidden-label">{t("you")}</p>
      {item.text && (
        <div class="words">
          <RichText text={item.text} />
        </div>
      )}
      {item.files.map(({ id, name }) => (
        <p key={id} class="words">
          {name}
        </p>
      ))}
      {item.refused ? (
        <div class="refused" role="alert">
          <p class="wrong">{t(item.refused as TextKey)}</p>
          <button type="button" class="quiet" onClick={() => conversation.outbox.again(item.clientId)}>
            {t("retry")}
          </button>
          <button type="button" class="quiet" onClick={() => conversation.outbox.discard(item.clientId)}>
            {t("discard")}
          </button>
        </div>
      ) : (
        <p class="at">{t("sending")}</p>
      )}
    </article>
  );
}
