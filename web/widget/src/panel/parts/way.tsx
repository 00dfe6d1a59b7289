import type { ChannelName, MenuEntry } from "../../contract";
import { clockTime } from "../../language/times";
import { useWidget } from "../context";
import { Icon } from "./icon";

/** A way of contact as a choice. With a question already written, chat starts at once. */
export function Way({ entry }: { entry: MenuEntry }) {
  const widget = useWidget();
  const { t } = widget;
  const channel = entry.channel as ChannelName;
  const until = entry.until && t("until", { time: clockTime(new Date(entry.until), t.locale) });

  function choose() {
    if (channel === "chat" && widget.state.remembered.draft.trim()) widget.start("chat");
    else widget.go(channel);
  }

  return (
    <li>
      <button type="button" class="way" onClick={choose}>
        <Icon name={channel} />
        <span class="way-text">
          <span class="way-name">
            {t(`way.${channel}`)}
            {entry.recommended && <span class="mark">{t("recommended")}</span>}
          </span>
          <span class="wait">{entry.waitText}</span>
          <span class="muted">{[entry.reason, until].filter(Boolean).join(" · ")}</span>
        </span>
      </button>
    </li>
  );
}
