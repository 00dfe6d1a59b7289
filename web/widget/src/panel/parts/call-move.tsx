import { useState } from "preact/hooks";
import type { CallbackChoices } from "../../contract";
import { useWidget } from "../context";
import type { TextKey } from "../texts";
import { SlotChoice } from "./slot-choice";

interface Props {
  choices: CallbackChoices;
  slot: string | undefined;
  onDone: () => void;
}

/** Another time for the call. The one that is booked is no choice, for it may be full by now. */
export function CallMove({ choices, slot, onDone }: Props) {
  const { t, conversation } = useWidget();
  const slots = choices.slots.filter((start) => Date.parse(start) !== Date.parse(slot ?? ""));
  const [wanted, setWanted] = useState<string | undefined>(choices.open ? undefined : slots[0]);
  const [wrong, setWrong] = useState<TextKey>();

  return (
    <form
      onSubmit={async (event) => {
        event.preventDefault();
        const refused = await conversation.moveCall(wanted);
        if (refused) setWrong(refused);
        else onDone();
      }}
    >
      <SlotChoice slots={slots} open={choices.open} slot={wanted} onSlot={setWanted} />
      {wrong && (
        <p class="wrong" role="alert">
          {t(wrong)}
        </p>
      )}
      <div class="call-foot">
        <button type="submit" class="primary">
          {t("callMove")}
        </button>
        <button type="button" class="quiet" onClick={onDone}>
          {t("cancel")}
        </button>
      </div>
    </form>
  );
}
