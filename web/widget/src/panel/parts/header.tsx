import { useWidget } from "../context";
import { unread } from "../conversation/messages";
import { Icon } from "./icon";

export function Header() {
  const widget = useWidget();
  const { t, state, view } = widget;
  const { agent, state: talkState } = state.talk;
  const known = state.remembered.conversation;
  const here = known?.channel === "chat" && talkState === "assigned" && agent;
  const behind = view === "article" ? unread(state.talk.messages, state.remembered.seen) : 0;
  const canEnd = known?.channel === "chat" && (talkState === "queued" || talkState === "assigned");

  return (
    <header class="header">
      {view === "article" && (
        <button type="button" class="bare" aria-label={t("back")} onClick={() => widget.leaveArticle()}>
          <Icon name="back" />
        </button>
      )}
      {(view === "email" || view === "chat" || view === "callback") && (
        <button type="button" class="bare" aria-label={t("back")} onClick={() => widget.go("home")}>
          <Icon name="back" />
        </button>
      )}
      <div class="heading">
        <h2>{widget.title}</h2>
        {here && behind === 0 && <p class="here">{t("assigned", { name: agent })}</p>}
        <div role="status">{behind > 0 && <p class="here">{t.count("unread", behind)}</p>}</div>
      </div>
      {canEnd && !state.ending && view !== "article" && (
        <button type="button" class="quiet" onClick={() => widget.conversation.ending.begin()}>
          {t("end")}
        </button>
      )}
      {known?.channel === "email" && talkState !== "closed" && (
        <button type="button" class="quiet" onClick={() => widget.newQuestion()}>
          {t("newQuestion")}
        </button>
      )}
      <button type="button" class="bare" aria-label={t("close")} onClick={() => widget.close()}>
        <Icon name="down" />
      </button>
    </header>
  );
}
