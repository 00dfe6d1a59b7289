import type { Conversation, FoundArticle } from "@kanal/api";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useState } from "react";
import { answersQuery, soughtAnswersQuery } from "../../server/queries";
import { useMe } from "../../shell/useSession";
import { foundArticlesQuery } from "../show/showQueries";
import { fillIn } from "./fillIn";
import { articleSuggestions, type Suggestion, soughtIn, suggestionsFor } from "./suggestions";

const mostArticles = 5;

/** Answers and emoji for what is being typed, walked with the arrow keys. */
export function useSuggestions(
  conversation: Conversation,
  text: string,
  proposed: FoundArticle[],
  onChoose: (chosen: Suggestion) => void,
) {
  const me = useMe();
  const answers = useQuery(answersQuery).data ?? [];
  const sought = soughtIn(text)?.trim() ?? "";
  const seeking = sought.length >= 3;
  const found = useQuery({
    ...soughtAnswersQuery(sought, conversation.language, conversation.site),
    enabled: seeking,
    placeholderData: keepPreviousData,
  }).data;
  const { data: articles = [] } = useQuery({
    ...foundArticlesQuery(sought, conversation.language, conversation.site, mostArticles),
    enabled: seeking,
  });
  const [active, setActive] = useState(0);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const fill = (answer: string) =>
    fillIn(answer, {
      "customer.name": conversation.customer.name,
      "agent.name": me.name,
      "site.name": conversation.siteName,
    });
  const forSite = answers.filter((answer) => !answer.site || answer.site === conversation.site);
  const answering = soughtIn(text) !== null;
  const suggestions =
    dismissed === text
      ? []
      : [
          // Before anything is typed, what the conversation is about comes first.
          ...(answering && sought === "" ? articleSuggestions(proposed) : []),
          ...suggestionsFor(text, forSite, conversation.language, fill, seeking ? found : []),
          ...(answering && seeking ? articleSuggestions(articles) : []),
        ];
  const at = Math.min(active, suggestions.length - 1);

  /** Whether the key was for the suggestions. */
  function handleKey(event: KeyboardEvent): boolean {
    if (suggestions.length === 0) return false;
    if (event.key === "ArrowDown") setActive((at + 1) % suggestions.length);
    else if (event.key === "ArrowUp") setActive((at + suggestions.length - 1) % suggestions.length);
    else if (event.key === "Escape") setDismissed(text);
    else if ((event.key === "Enter" && !event.shiftKey) || event.key === "Tab") {
      const chosen = suggestions[at];
      if (chosen) onChoose(chosen);
      setActive(0);
    } else return false;
    event.preventDefault();
    return true;
  }
  return { suggestions, active: at, handleKey, fill };
}
