import type { Message } from "../../contract";
import { clockTime, exactTime } from "../../language/times";
import { useWidget } from "../context";
import { Delivery } from "./delivery";
import { FileItem } from "./file-item";
import { FormItem } from "./form-item";
import { RichText } from "./rich-text";
import { ShownItem } from "./shown-item";

export function Bubble({ message, before }: { message: Message; before?: Message }) {
  const { t, state } = useWidget();
  const { from, text, files, card } = message;
  if (from === "system") return <p class="line">{text}</p>;
  const at = new Date(message.at);
  const author = from === "visitor" ? t("you") : (message.name ?? state.talk.agent ?? t("agent"));
  const sameAuthor = before?.from === from && (before.name ?? "") === (message.name ?? "");
  return (
    <article class={`bubble ${from}`}>
      <p class={sameAuthor || from === "visitor" ? "author hidden-label" : "author"}>{author}</p>
      {card?.shown && <ShownItem card={card.shown} />}
      {card?.form && <FormItem form={card.form} />}
      {text && !card && (
        <div class="words">
          <RichText text={text} />
        </div>
      )}
      {files.map((file) => (
        <FileItem key={file.id} file={file} />
      ))}
      <p class="at">
        <time dateTime={message.at} title={exactTime(at, t.language)}>
          {clockTime(at, t.language)}
        </time>
        <Delivery message={message} />
      </p>
    </article>
  );
}
