import { newId } from "@kanal/api/new-id";
import { useRef, useState } from "preact/hooks";
import type { PublicArticle } from "../../contract";
import { filledIn, type Given, inWords, missing } from "../answers/given";
import { useWidget } from "../context";
import { Problem, sentenceOf } from "../problem";
import { FormEntry } from "./form-entry";

interface Props {
  article: PublicArticle;
  /** What an agent has shown; without it there is no conversation yet, and what is filled in becomes the message that opens it. */
  shown?: string;
}

export function FormView({ article, shown }: Props) {
  const widget = useWidget();
  const { t, state, answers, conversation } = widget;
  const [given, setGiven] = useState<Given>({});
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  // The same at every attempt, so that a repeat does no harm.
  const { current: clientId } = useRef(newId());
  // Before there is a conversation a file has nowhere to go; the message takes it.
  const fields = article.fields.filter(({ kind }) => shown || kind !== "file");

  function change(key: string, value: Given[string]) {
    const next = { ...given, [key]: value };
    if (filledIn(next) !== filledIn(given)) answers.told({ filled: filledIn(next) });
    setGiven(next);
    setWrong({ ...wrong, [key]: "" });
  }

  function complain(form: HTMLFormElement, faults: Record<string, string>) {
    setWrong(faults);
    requestAnimationFrame(() => form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
  }

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const empty = fields.filter((field) => missing(field, given)).map(({ key }) => [key, t("fieldMissing")]);
    if (empty.length > 0) return complain(form, Object.fromEntries(empty));
    if (!shown) return widget.writeInstead(`${article.title}\n${inWords(fields, given, t)}`);
    setBusy(true);
    try {
      await conversation.sendForm(shown, clientId, given);
      answers.sent();
      void widget.focusFirst();
    } catch (error) {
      const faults = error instanceof Problem ? Object.entries(error.errors) : [];
      const known = faults.map(([name, [sentence = ""]]) => [name.replace("fields.", ""), sentence]);
      complain(form, Object.fromEntries(known));
      if (!known.some(([name]) => fields.some(({ key }) => key === name)))
        widget.store.change({ notice: t(sentenceOf(error)) });
    }
    setBusy(false);
  }

  if (state.reading?.sent)
    return (
      <div role="status">
        <p>{article.thanks || t("formThanks")}</p>
        <div class="call-foot">
          <button type="button" class="primary" onClick={() => widget.leaveArticle()}>
            {t("formBack")}
          </button>
        </div>
      </div>
    );
  return (
    <form noValidate onSubmit={submit}>
      {fields.map((field) => (
        <FormEntry
          key={field.key}
          field={field}
          value={given[field.key]}
          wrong={wrong[field.key] || undefined}
          onValue={(value) => change(field.key, value)}
        />
      ))}
      <div class="call-foot">
        <button type="submit" class="primary" disabled={busy}>
          {t(shown ? "formSend" : "formToMessage")}
        </button>
      </div>
    </form>
  );
}
