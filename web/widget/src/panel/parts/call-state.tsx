import { useState } from "preact/hooks";
import type { Callback, CallbackChoices } from "../../contract";
import { clocksDiffer, clockTime, opening } from "../../language/times";
import { useWidget } from "../context";
import type { Texts } from "../texts";
import { CallMove } from "./call-move";
import { Icon } from "./icon";

/** "Today 14:15", or the day with it. */
function when(at: string, t: Texts, siteZone: string): string {
  const start = new Date(at);
  const { day, time } = opening(start, new Date(), t.language);
  const text = day ? `${day} ${time}` : time;
  return clocksDiffer(start, siteZone) ? `${text} (${t("yourTime")})` : text;
}

function sentence({ state, slot, notBefore, attempts }: Callback, t: Texts, siteZone: string): string {
  if (state === "calling") return t("callCalling");
  if (state === "done") return t("callDone");
  if (state === "notReached") return t("callNotReached");
  if (state === "cancelled") return t("callCancelled");
  if (attempts > 0)
    return notBefore ? t("callAgain", { time: when(notBefore, t, siteZone) }) : t("callAgainSoon");
  if (state !== "planned") return t("callSoon");
  if (!slot || (notBefore && Date.parse(notBefore) > Date.parse(slot.start)))
    return t("callFrom", { time: notBefore ? when(notBefore, t, siteZone) : "" });
  const end = clockTime(new Date(slot.end), t.language);
  const { day, time } = opening(new Date(slot.start), new Date(), t.language);
  const note = clocksDiffer(new Date(slot.start), siteZone) ? ` (${t("yourTime")})` : "";
  return t("callBetween", { start: day ? `${day} ${time}` : time, end: end + note });
}

/** How the call stands, and what the visitor can do about it. */
export function CallState() {
  const widget = useWidget();
  const { t, state, host, conversation } = widget;
  const { callback, position } = state.talk;
  const [choices, setChoices] = useState<CallbackChoices>();
  if (!callback) return null;
  const waits = callback.state === "planned" || callback.state === "waiting" || callback.state === "offered";

  const change = () => widget.attempt(async () => setChoices(await conversation.callChoices()));
  const cancel = () =>
    widget.attempt(async () => {
      const wrong = await conversation.cancelCall();
      if (wrong) widget.store.change({ notice: t(wrong) });
    });

  return (
    <section class="waiting-card" aria-label={t("yourCall")}>
      <p class="strong done">
        <Icon
          name={
            waits || callback.state === "calling"
              ? "callback"
              : callback.state === "notReached"
                ? "warn"
                : "done"
          }
        />
        {sentence(callback, t, host.site.timeZone)}
      </p>
      {(waits || callback.state === "calling") && <p>{t("callTo", { number: callback.numberText })}</p>}
      {callback.state === "waiting" && position !== undefined && callback.attempts === 0 && (
        <p>{position === 1 ? t("queueNext") : t("queuePosition", { n: position })}</p>
      )}
      {waits && !choices && (
        <div class="call-foot">
          <button type="button" class="secondary" onClick={change}>
            {t("callChange")}
          </button>
          <button type="button" class="quiet" onClick={cancel}>
            {t("callCancel")}
          </button>
        </div>
      )}
      {waits && choices && (
        <CallMove choices={choices} slot={callback.slot?.start} onDone={() => setChoices(undefined)} />
      )}
    </section>
  );
}
