import { useWidget } from "../context";
import { sendOnEnter } from "../send-on-enter";
import { Counter, overBy } from "./counter";
import { Icon } from "./icon";

/** One question, one click: it goes by the recommended way, or on to what that needs to know besides. */
export function QuestionField() {
  const widget = useWidget();
  const { t, state } = widget;
  const text = state.remembered.draft;
  const ready = text.trim() !== "" && overBy(text, widget.host.site.limits) <= 0;
  const way = widget.questionGoesBy;
  const start = () => ready && (way === "chat" ? widget.start(way) : way && widget.go(way));
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
        <button type="submit" class="primary" disabled={!ready || !way}>
          {way === "chat" && <Icon name="send" />}
          {t(way === "chat" ? "send" : "continue")}
        </button>
      </div>
    </form>
  );
}
