import { useWidget } from "../context";
import { lastFrom } from "../conversation/messages";
import { CallInstead } from "./call-instead";
import { EmailInstead } from "./email-instead";

/** Honest about the place in the queue and the time; then who it is. */
export function Waiting() {
  const { t, state } = useWidget();
  const { talk, remembered } = state;
  if (talk.state === "assigned" && talk.agent && !lastFrom(talk.messages, "agent"))
    return <p class="line">{t("assigned", { name: talk.agent })}</p>;
  if (talk.state !== "queued" || !remembered.conversation) return null;
  const place =
    talk.position && (talk.position === 1 ? t("queueNext") : t("queuePosition", { n: talk.position }));
  const minutes = Math.round((talk.waitSeconds ?? 0) / 60);
  const wait =
    talk.waitSeconds !== undefined && (minutes < 1 ? t("waitShort") : t.count("waitMinutes", minutes));
  return (
    <div class="waiting-card">
      <p class="strong">{place || t("finding")}</p>
      {wait && <p>{wait}</p>}
      <p class="muted">{t("keepPlace")}</p>
      <CallInstead />
      <EmailInstead />
    </div>
  );
}
