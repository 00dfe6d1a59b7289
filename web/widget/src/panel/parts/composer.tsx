import { useWidget } from "../context";
import { sendOnEnter } from "../send-on-enter";
import { Attach } from "./attach";
import { Counter, overBy } from "./counter";
import { Icon } from "./icon";
import { UploadList } from "./upload-list";

export function Composer() {
  const widget = useWidget();
  const { t, state, conversation, host } = widget;
  const text = state.remembered.draft;
  const hasFiles = state.uploads.some(({ sent }) => sent);
  const underWay = state.remembered.conversation !== undefined;
  const ready =
    (text.trim() !== "" || hasFiles) && overBy(text, host.site.limits) <= 0 && !conversation.uploads.waiting;

  function send() {
    if (!ready) return;
    if (widget.view === "chat") widget.start("chat");
    else conversation.send(text.trim());
  }

  function paste(event: ClipboardEvent) {
    const files = event.clipboardData?.files;
    if (!underWay || !files?.length) return;
    event.preventDefault();
    conversation.uploads.add(files);
  }

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <UploadList />
      <Counter text={text} />
      <div class="composer-row">
        {underWay && <Attach />}
        <label class="hidden-label" for="kanal-message">
          {t("messageHint")}
        </label>
        <textarea
          id="kanal-message"
          data-first
          rows={1}
          value={text}
          placeholder={t("messageHint")}
          onInput={(event) => conversation.typed(event.currentTarget.value)}
          onKeyDown={(event) => sendOnEnter(event, send)}
          onPaste={paste}
        />
        <button type="submit" class="primary round" aria-label={t("send")} disabled={!ready}>
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
}
