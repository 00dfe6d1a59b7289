import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, ask } from "../../server/api";

/** How far the visitor has got with what was shown; the event stream keeps it up to date. */
export const shownQuery = (conversation: string) =>
  queryOptions({
    queryKey: ["shown", conversation],
    queryFn: async () =>
      (await ask(api.GET("/api/v1/conversations/{id}/shown", { params: { path: { id: conversation } } })))
        .data,
  });

/** What is published and may answer, best first; what is for agents too. */
export const foundArticlesQuery = (q: string, language: string, site: string, limit = 20) =>
  queryOptions({
    queryKey: ["articles", "found", q, language, site, limit],
    queryFn: async () =>
      (await ask(api.GET("/api/v1/articles/search", { params: { query: { q, language, site, limit } } })))
        .data,
    enabled: q.trim().length >= 3,
    placeholderData: keepPreviousData,
  });

/** An article in the form that a channel asks for. */
export const articleAsQuery = (id: string, channel: "chat" | "email" | "sms" | "phone", language: string) =>
  queryOptions({
    queryKey: ["articles", "as", id, channel, language],
    queryFn: () =>
      ask(
        api.GET("/api/v1/articles/{id}/as/{channel}", {
          params: { path: { id, channel }, query: { language } },
        }),
      ),
  });
