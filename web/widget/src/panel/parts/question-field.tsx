import { useWidget } from "../context";
import { sendOnEnter } from "../send-on-enter";
import { Counter, overBy } from "./counter";
import { Icon } from "./icon";

/** One question, one click: it goes by the recommended way. */
export function QuestionField() {
  const widget = useWidget();
  const { t, state } = widget;
  const text = state.remembered.draft;
  const ready = text.trim() !== "" && overBy(text, widget.host.site.limits) <= 0;
  const start = () => ready && widget.start("chat");
  return (
    <form
      class="question"
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <label class="hidden-label" for="kanal-question">
        {t("question")}
      </label>
      <textarea
        id="kanal-question"
        data-first
        rows={3}
        value={text}
        placeholder={t("questionHint")}
        onInput={(event) => widget.typed(event.currentTarget.value)}
        onKeyDown={(event) => sendOnEnter(event, start)}
      />
      <div class="question-foot">
        <Counter text={text} />
        <button type="submit" class="primary" disabled={!ready}>
          <Icon name="send" />
          {t("send")}
        </button>
      </div>
    </form>
  );
}
