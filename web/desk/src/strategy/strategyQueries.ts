import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "../server/api";
import type { Settings, Starter, Strategy, Version, WholeVersion } from "./types";
import type { KeptDecision } from "./why/decisions";

// The first word of each key is what a "settings" event names.
export const strategyQuery = (site: string) =>
  queryOptions({
    queryKey: ["strategies", "of", site],
    queryFn: async () =>
      (await ask(api.GET("/api/v1/sites/{site}/strategy", { params: { path: { site } } }))) as Strategy,
  });

export const factsQuery = (site: string) =>
  queryOptions({
    queryKey: ["strategies", "facts", site],
    queryFn: async () =>
      (await ask(api.GET("/api/v1/strategies/facts", { params: { query: { site } } }))).data,
  });

export const startersQuery = (language: string) =>
  queryOptions({
    queryKey: ["strategies", "starters", language],
    queryFn: async () =>
      (await ask(api.GET("/api/v1/strategies/starters", { params: { query: { language } } })))
        .data as Starter[],
  });

export const settingsQuery = (site: string) =>
  queryOptions({
    queryKey: ["strategies", "settings", site],
    queryFn: async () =>
      (await ask(
        api.GET("/api/v1/sites/{site}/strategy/settings", { params: { path: { site } } }),
      )) as Settings,
  });

export const versionsQuery = (site: string) =>
  queryOptions({
    queryKey: ["strategies", "versions", site],
    queryFn: async () =>
      (await ask(api.GET("/api/v1/sites/{site}/strategy/versions", { params: { path: { site } } })))
        .data as Version[],
  });

export const versionQuery = (site: string, number: number) =>
  queryOptions({
    queryKey: ["strategies", "version", site, number],
    queryFn: async () =>
      (await ask(
        api.GET("/api/v1/sites/{site}/strategy/versions/{number}", { params: { path: { site, number } } }),
      )) as WholeVersion,
  });

/** What visitors do changes them all the time: asked anew whenever they are looked at. */
export const experimentsQuery = (site: string) =>
  queryOptions({
    queryKey: ["experiments", site],
    queryFn: async () =>
      (await ask(api.GET("/api/v1/sites/{site}/experiments", { params: { path: { site } } }))).data,
    staleTime: 0,
  });

export const invitationsQuery = (site: string) =>
  queryOptions({
    queryKey: ["invitations", site],
    queryFn: async () =>
      (await ask(api.GET("/api/v1/sites/{site}/invitations", { params: { path: { site } } }))).invitations,
    staleTime: 0,
  });

/** Null for a conversation that came from no menu. */
export const conversationDecisionQuery = (conversation: string) =>
  queryOptions({
    queryKey: ["decisions", "conversation", conversation],
    queryFn: async () =>
      ((await ask(
        api.GET("/api/v1/conversations/{id}/decision", { params: { path: { id: conversation } } }),
      )) ?? null) as KeptDecision | null,
    staleTime: 0,
  });

export const decisionQuery = (id: string) =>
  queryOptions({
    queryKey: ["decisions", "one", id],
    queryFn: async () =>
      (await ask(api.GET("/api/v1/decisions/{id}", { params: { path: { id } } }))) as KeptDecision | null,
    staleTime: 0,
  });

export const customerDecisionsQuery = (customer: string) =>
  queryOptions({
    queryKey: ["decisions", "customer", customer],
    queryFn: async () =>
      (await ask(api.GET("/api/v1/customers/{id}/decisions", { params: { path: { id: customer } } }))).data,
    staleTime: 0,
  });

export const identityQuery = (site: string) =>
  queryOptions({
    queryKey: ["sites", "identity", site],
    queryFn: () => ask(api.GET("/api/v1/sites/{site}/identity", { params: { path: { site } } })),
  });
