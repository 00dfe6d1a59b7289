import { useWidget } from "../context";
import { Icon } from "./icon";

export function Header() {
  const widget = useWidget();
  const { t, state, view } = widget;
  const { agent, state: talkState } = state.talk;
  const { logo } = widget.host.site.look;
  const here = view === "conversation" && talkState === "assigned" && agent;
  const canEnd = view === "conversation" && (talkState === "queued" || talkState === "assigned");

  return (
    <header class="header">
      {view === "email" || view === "chat" ? (
        <button type="button" class="bare" aria-label={t("back")} onClick={() => widget.go("home")}>
          <Icon name="back" />
        </button>
      ) : (
        logo && <img class="logo" src={logo} alt="" />
      )}
      <div class="heading">
        <h2>{widget.title}</h2>
        {here && <p class="here">{t("assigned", { name: agent })}</p>}
      </div>
      {canEnd && state.remembered.conversation?.channel === "chat" && !state.ending && (
        <button type="button" class="quiet" onClick={() => widget.conversation.end()}>
          {t("end")}
        </button>
      )}
      <button type="button" class="bare" aria-label={t("close")} onClick={() => widget.close()}>
        <Icon name="down" />
      </button>
    </header>
  );
}
