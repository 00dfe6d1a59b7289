import { useState } from "preact/hooks";
import type { PublicArticle } from "../../contract";
import { type Given, inWords, missing } from "../answers/given";
import { useWidget } from "../context";
import { FormEntry } from "./form-entry";

/** A form. Before there is a conversation, what is filled in becomes the message that opens it. */
export function FormView({ article }: { article: PublicArticle }) {
  const widget = useWidget();
  const { t } = widget;
  const [given, setGiven] = useState<Given>({});
  const [tried, setTried] = useState(false);
  // A file has nowhere to go yet; the message takes it.
  const fields = article.fields.filter(({ kind }) => kind !== "file");

  function submit(event: SubmitEvent) {
    event.preventDefault();
    setTried(true);
    const form = event.currentTarget as HTMLFormElement;
    if (fields.some((field) => missing(field, given)))
      requestAnimationFrame(() => form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
    else widget.writeInstead(`${article.title}\n${inWords(fields, given, t)}`);
  }

  return (
    <form noValidate onSubmit={submit}>
      {fields.map((field) => (
        <FormEntry
          key={field.key}
          field={field}
          value={given[field.key]}
          wrong={tried && missing(field, given) ? t("fieldMissing") : undefined}
          onValue={(value) => setGiven({ ...given, [field.key]: value })}
        />
      ))}
      <div class="call-foot">
        <button type="submit" class="primary">
          {t("formToMessage")}
        </button>
      </div>
    </form>
  );
}
