import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { callableNumber } from "../callable-number";
import { useWidget } from "../context";
import type { TextKey } from "../texts";
import { Field } from "./field";
import { SlotChoice } from "./slot-choice";

interface Props {
  slots: readonly string[];
  /** Whether "as soon as someone is free" is possible. */
  open: boolean;
  submit: string;
  children?: ComponentChildren;
  onSend: (number: string, slot: string | undefined) => Promise<TextKey | undefined>;
  onCancel?: () => void;
}

/** Number and time; what is wrong stands beside it. */
export function CallForm({ slots, open, submit, children, onSend, onCancel }: Props) {
  const { t, host } = useWidget();
  const [text, setText] = useState("");
  const [slot, setSlot] = useState<string | undefined>(open ? undefined : slots[0]);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<TextKey>();
  const number = callableNumber(text, host.locale, host.site.languages[0] ?? "");

  async function send(event: SubmitEvent) {
    event.preventDefault();
    setTried(true);
    if (!number) {
      const form = event.currentTarget as HTMLFormElement;
      requestAnimationFrame(() => form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
      return;
    }
    setBusy(true);
    setWrong(await onSend(number.e164, slot));
    setBusy(false);
  }

  return (
    <form class="call-form" noValidate onSubmit={send}>
      <Field
        id="kanal-number"
        label={t("callNumber")}
        kind="tel"
        first
        value={text}
        hint={number && t("callNumberRead", { number: number.shown })}
        wrong={tried && !number ? t("callNumberWrong") : undefined}
        onValue={setText}
      />
      <SlotChoice slots={slots} open={open} slot={slot} onSlot={setSlot} />
      {children}
      {wrong && (
        <p class="wrong" role="alert">
          {t(wrong)}
        </p>
      )}
      <div class="call-foot">
        <button type="submit" class="primary" disabled={busy}>
          {submit}
        </button>
        {onCancel && (
          <button type="button" class="quiet" onClick={onCancel}>
            {t("cancel")}
          </button>
        )}
      </div>
    </form>
  );
}
