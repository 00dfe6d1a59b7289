import type { Conversation, FoundArticle } from "@kanal/api";
import { useQueryClient } from "@tanstack/react-query";
import { showProblem } from "../../parts/showProblem";
import { useWords } from "../../words/useWords";
import { articleAsQuery } from "../show/showQueries";

const readIn = { email: "email", sms: "sms", callback: "phone", phone: "phone" } as const;

/** An article's words for the channel that the conversation runs over. */
export function useArticleText(conversation: Conversation) {
  const { t } = useWords();
  const cache = useQueryClient();
  const channel = readIn[conversation.channel as keyof typeof readIn] ?? "chat";
  return async (article: FoundArticle) => {
    try {
      return (await cache.fetchQuery(articleAsQuery(article.id, channel, article.language))).text;
    } catch (problem) {
      showProblem(t)(problem as Error);
      return undefined;
    }
  };
}
