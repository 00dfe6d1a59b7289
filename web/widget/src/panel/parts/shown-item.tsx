import type { ShownCard } from "../../contract";
import { useWidget } from "../context";
import type { IconName } from "./icon";
import { Icon } from "./icon";

/** What an agent has put before the visitor: opens in the panel; a page of the site may take the place of this one. */
export function ShownItem({ card }: { card: ShownCard }) {
  const widget = useWidget();
  const { t, state } = widget;
  const { id, kind, title, url, steps, here } = card;
  const sent = state.talk.messages.some((message) => message.card?.form?.shown === id);
  const words = {
    article: t("shownArticle"),
    guide: t.count("shownGuide", steps),
    form: t(sent ? "shownFormSent" : "shownForm"),
    page: t(here ? "shownPageHere" : "shownPage"),
  };
  const inside = (
    <>
      <Icon name={sent ? "done" : (kind satisfies IconName)} />
      <span class="answer-text">
        <span class="answer-title">{title}</span>
        <span class="muted">{words[kind]}</span>
      </span>
    </>
  );
  if (kind !== "page")
    return (
      <button
        type="button"
        class="way shown"
        data-article={card.article}
        disabled={sent}
        onClick={() => widget.readShown(card)}
      >
        {inside}
      </button>
    );
  return (
    <a class="way shown" href={url} target={here ? "_self" : "_blank"} rel="noopener noreferrer">
      {inside}
    </a>
  );
}
