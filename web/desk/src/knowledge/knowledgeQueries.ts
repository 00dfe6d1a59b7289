import type { ArticleKind, Audience, TextState } from "@kanal/api";
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, ask } from "../server/api";

export interface ArticleFilter {
  q?: string;
  kind?: ArticleKind;
  state?: TextState;
  language?: string;
  audience?: Audience;
  section?: string;
  site?: string;
  stale?: boolean;
}

// The first word of each key is what a "settings" event names.
export const articlesQuery = (filter: ArticleFilter) =>
  infiniteQueryOptions({
    queryKey: ["articles", "list", filter],
    queryFn: ({ pageParam }) =>
      ask(api.GET("/api/v1/articles", { params: { query: { ...filter, limit: 50, cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

export const articleQuery = (id: string) =>
  queryOptions({
    queryKey: ["articles", "one", id],
    queryFn: () => ask(api.GET("/api/v1/articles/{id}", { params: { path: { id } } })),
  });

export const versionsQuery = (id: string, language: string) =>
  infiniteQueryOptions({
    queryKey: ["articles", "versions", id, language],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET("/api/v1/articles/{id}/texts/{language}/versions", {
          params: { path: { id, language }, query: { limit: 20, cursor: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const previewQuery = (markdown: string) =>
  queryOptions({
    queryKey: ["preview", markdown],
    queryFn: () => ask(api.POST("/api/v1/articles/preview", { body: { markdown } })),
    enabled: markdown.trim() !== "",
    gcTime: 30_000,
    retry: false,
  });

export const sectionsQuery = queryOptions({
  queryKey: ["sections"],
  queryFn: async () => (await ask(api.GET("/api/v1/sections"))).data,
});
