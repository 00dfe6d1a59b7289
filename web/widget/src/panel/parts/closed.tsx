import { useState } from "preact/hooks";
import { useWidget } from "../context";
import { saveAs } from "../save-as";
import { Composer } from "./composer";
import { Icon } from "./icon";
import { Rating } from "./rating";

export function Closed() {
  const widget = useWidget();
  const { t, state, conversation } = widget;
  const [writing, setWriting] = useState(false);
  if (writing) return <Composer />;

  const download = () =>
    widget.attempt(async () =>
      saveAs(
        await conversation.line.bytes(`transcript?language=${t.language}`),
        `${widget.host.site.name}.txt`,
      ),
    );

  function writeAgain() {
    setWriting(true);
    void widget.focusFirst();
  }

  return (
    <div class="closed">
      <p class="line">{t(state.talk.closedBy === "visitor" ? "endedByVisitor" : "endedByAgent")}</p>
      <Rating />
      <div class="closed-ways">
        <button type="button" class="primary" onClick={writeAgain}>
          {t("writeAgain")}
        </button>
        <button type="button" class="secondary" onClick={() => widget.newQuestion()}>
          {t("newQuestion")}
        </button>
        <button type="button" class="quiet" onClick={download}>
          <Icon name="save" />
          {t("transcript")}
        </button>
      </div>
    </div>
  );
}
