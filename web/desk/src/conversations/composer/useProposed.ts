import type { Conversation } from "@kanal/api";
import { useQuery } from "@tanstack/react-query";
import { foundArticlesQuery } from "../show/showQueries";
import { useMatter } from "./useMatter";

const most = 3;

/** What may answer the customer's last words, best first. */
export function useProposed(conversation: Conversation) {
  const matter = useMatter(conversation);
  const { data = [] } = useQuery(foundArticlesQuery(matter, conversation.language, conversation.site, most));
  return matter.length >= 3 ? data : [];
}
