import { useWidget } from "../context";
import { Icon } from "./icon";

/** What the visitor must know now: no line, something refused, a chat about to end. */
export function Banner() {
  const widget = useWidget();
  const { t, state } = widget;
  return (
    <div role="status">
      {state.lost && (
        <p class="banner warn">
          <Icon name="warn" />
          <span>{t("lost")}</span>
        </p>
      )}
      {state.notice && (
        <p class="banner bad">
          <Icon name="warn" />
          <span>{state.notice}</span>
          <button type="button" class="bare" aria-label={t("close")} onClick={() => widget.dismissNotice()}>
            <Icon name="close" />
          </button>
        </p>
      )}
      {state.ending && (
        <p class="banner">
          <span>{t("ending")}</span>
          <button type="button" class="quiet" onClick={() => widget.conversation.ending.undo()}>
            {t("undo")}
          </button>
        </p>
      )}
    </div>
  );
}
