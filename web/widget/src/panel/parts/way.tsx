import type { ChannelName, MenuEntry } from "../../contract";
import { clocksDiffer, clockTime, isSoon } from "../../language/times";
import { useWidget } from "../context";
import { isCarried, wayLink } from "../menu/way-link";
import { Icon } from "./icon";

/** A way of contact as a choice. With a question already written, chat starts at once. */
export function Way({ entry }: { entry: MenuEntry }) {
  const widget = useWidget();
  const { t } = widget;
  const end = entry.until ? new Date(entry.until) : undefined;
  const until = end && isSoon(end, new Date()) && t("until", { time: timeOf(end) });
  const details = [entry.reason, until].filter(Boolean).join(" · ");
  const href = isCarried(entry) ? undefined : wayLink(entry, widget.host);
  const away = href?.startsWith("http") && new URL(href).pathname !== location.pathname;

  function timeOf(at: Date): string {
    const time = clockTime(at, t.language);
    return clocksDiffer(at, widget.host.site.timeZone) ? `${time} (${t("yourTime")})` : time;
  }

  function choose() {
    const channel = entry.channel as ChannelName;
    if (channel === "chat" && widget.state.remembered.draft.trim()) widget.start("chat");
    else widget.go(channel);
  }

  const words = (
    <>
      <Icon name={widget.iconOf(entry)} />
      <span class="way-text">
        <span class="way-name">
          {widget.nameOf(entry)}
          {entry.recommended && <span class="mark">{t("recommended")}</span>}
        </span>
        {entry.waitText && <span class="wait">{entry.waitText}</span>}
        {details && <span class="muted">{details}</span>}
        {entry.address && /^(tel|sms|mailto):/.test(href ?? "") && (
          <span class="muted">{entry.address.replace(/^\w+:/, "")}</span>
        )}
        {away && <span class="hidden-label">{t("shownPage")}</span>}
      </span>
    </>
  );

  return (
    <li>
      {href ? (
        <a class="way" href={href} target={away ? "_blank" : undefined} rel="noopener">
          {words}
        </a>
      ) : (
        <button type="button" class="way" onClick={choose}>
          {words}
        </button>
      )}
    </li>
  );
}
