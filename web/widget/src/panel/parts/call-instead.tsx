import { useState } from "preact/hooks";
import type { CallbackChoices } from "../../contract";
import { useWidget } from "../context";
import { CallForm } from "./call-form";

/** While waiting: we call, and the place in line is kept. */
export function CallInstead() {
  const widget = useWidget();
  const { t, conversation } = widget;
  const [choices, setChoices] = useState<CallbackChoices>();
  if (!widget.canBeCalled) return null;

  const ask = () =>
    widget.attempt(async () => {
      setChoices(await conversation.callChoices());
      void widget.focusFirst();
    });

  async function send(number: string, slot: string | undefined) {
    const wrong = await conversation.callInstead(number, slot);
    if (wrong === "problem.slotGone") void ask();
    return wrong;
  }

  if (!choices)
    return (
      <button type="button" class="quiet" onClick={ask}>
        {t("callInstead")}
      </button>
    );
  return (
    <CallForm
      slots={choices.slots}
      open={choices.open}
      submit={t("callSend")}
      onSend={send}
      onCancel={() => setChoices(undefined)}
    />
  );
}
