import { underWay } from "../../memory/remembered";
import { useWidget } from "../context";

/** Asked once. Who was not helped goes on to a person, with what is already typed. */
export function Helped() {
  const widget = useWidget();
  const { t, state, answers } = widget;
  const { helped } = state.reading ?? {};
  const inConversation = underWay(state.remembered);

  function no() {
    answers.helped(false);
    if (!inConversation) widget.writeInstead();
  }

  return (
    <div class="helped" role="status">
      {helped !== undefined && <p>{t(helped ? "helpedThanks" : "helpedNoted")}</p>}
      {helped === undefined && (
        <fieldset>
          <legend>{t("helpedAsk")}</legend>
          <div class="closed-ways">
            <button type="button" class="secondary" onClick={() => answers.helped(true)}>
              {t("yes")}
            </button>
            <button type="button" class="secondary" onClick={no}>
              {t(inConversation ? "no" : "helpedWrite")}
            </button>
          </div>
        </fieldset>
      )}
    </div>
  );
}
