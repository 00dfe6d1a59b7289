import { useWidget } from "../context";
import { Composer } from "./composer";
import { Rating } from "./rating";

/** Below a call: while an agent is on the line one can write too; once it is over, what can be done now. */
export function AfterCall() {
  const widget = useWidget();
  const { t, state } = widget;
  const call = state.talk.callback?.state;
  if (state.talk.state === "assigned") return <Composer />;
  if (state.talk.state !== "closed") return null;
  return (
    <div class="closed">
      {call === "done" && <Rating />}
      <div class="closed-ways">
        <button type="button" class="primary" onClick={() => widget.newQuestion()}>
          {t("newQuestion")}
        </button>
      </div>
    </div>
  );
}
