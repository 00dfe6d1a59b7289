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
  const { wait } = talk;
  // Somebody is being asked already: no number says that better.
  const asking = wait?.waitSeconds === 0;
  return (
    <div class="waiting-card">
      <p class="strong">{(!asking && place) || t("finding")}</p>
      {wait && !asking && <p>{t(wait.late ? "waitLater" : "waitTime", { wait: wait.waitText })}</p>}
      <p class="muted">{t(wait?.closedForToday ? "waysLeft" : "keepPlace")}</p>
      <CallInstead />
      <EmailInstead />
    </div>
  );
}
