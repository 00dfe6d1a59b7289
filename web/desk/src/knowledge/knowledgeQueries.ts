import type { ArticleKind, Audience, TextState } from "@kanal/api";
import { infiniteQueryOptions, keepPreviousData, queryOptions, skipToken } from "@tanstack/react-query";
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
export const articlesQuery = (filter: ArticleFilter, reader: string) =>
  infiniteQueryOptions({
    queryKey: ["articles", "list", filter, reader],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET("/api/v1/articles", {
          params: { query: { ...filter, reader, limit: 50, cursor: pageParam } },
        }),
      ),
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

export const synonymsQuery = queryOptions({
  queryKey: ["synonyms"],
  queryFn: async () => (await ask(api.GET("/api/v1/synonyms"))).data,
});

export const overlapsQuery = (site: string | undefined, language: string | undefined) =>
  queryOptions({
    queryKey: ["articles", "overlaps", site, language],
    queryFn:
      site && language
        ? async () =>
            (await ask(api.GET("/api/v1/articles/overlaps", { params: { query: { site, language } } }))).data
        : skipToken,
  });

export type ReadIn = "chat" | "email" | "sms" | "phone";

export const asInChannelQuery = (id: string, language: string, channel: ReadIn) =>
  queryOptions({
    queryKey: ["articles", "as", id, language, channel],
    queryFn: () =>
      ask(
        api.GET("/api/v1/articles/{id}/as/{channel}", {
          params: { path: { id, channel }, query: { language } },
        }),
      ),
  });

/** What visitors do changes it all the time: asked anew whenever it is looked at. */
export const soughtQuery = (site: string | undefined, language: string | undefined) =>
  queryOptions({
    queryKey: ["sought", site, language],
    queryFn:
      site && language
        ? () => ask(api.GET("/api/v1/articles/sought", { params: { query: { site, language, limit: 50 } } }))
        : skipToken,
    staleTime: 0,
  });

export const afterSearchQuery = (site: string, sought: string) =>
  queryOptions({
    queryKey: ["sought", "conversations", site, sought],
    queryFn: async () =>
      (await ask(api.GET("/api/v1/conversations", { params: { query: { site, sought, limit: 50 } } }))).data,
    staleTime: 0,
  });

export const upkeepQuery = (site: string | undefined, language: string | undefined) =>
  queryOptions({
    queryKey: ["articles", "upkeep", site, language],
    queryFn:
      site && language
        ? () => ask(api.GET("/api/v1/articles/upkeep", { params: { query: { site, language, limit: 50 } } }))
        : skipToken,
    staleTime: 0,
  });

export const proposalsQuery = (site: string | undefined) =>
  queryOptions({
    queryKey: ["articles", "proposals", site],
    queryFn: site
      ? async () =>
          (await ask(api.GET("/api/v1/articles/proposals", { params: { query: { site, limit: 200 } } }))).data
      : skipToken,
    staleTime: 0,
  });

export const suggestionsQuery = (site: string | undefined, language: string | undefined) =>
  queryOptions({
    queryKey: ["articles", "suggestions", site, language],
    queryFn:
      site && language
        ? () => ask(api.GET("/api/v1/articles/suggestions", { params: { query: { site, language } } }))
        : skipToken,
    staleTime: 0,
  });

/** Of the last 30 days. */
export const deflectionQuery = (site: string | undefined) =>
  queryOptions({
    queryKey: ["deflection", site],
    queryFn: site
      ? () => ask(api.GET("/api/v1/reports/deflection", { params: { query: { site } } }))
      : skipToken,
    staleTime: 0,
  });

export const helpedCommentsQuery = (id: string) =>
  queryOptions({
    queryKey: ["sought", "comments", id],
    queryFn: async () =>
      (await ask(api.GET("/api/v1/articles/{id}/comments", { params: { path: { id } } }))).data,
    staleTime: 0,
  });
