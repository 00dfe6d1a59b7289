import type { PlanChange, PlanningQueue, Shift } from "@kanal/api";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, ask } from "../server/api";
import type { IsoDate } from "./dates";

/** One channel in one queue of a site. */
export interface LineAt {
  site: string;
  queue: string;
  channel: string;
}

export interface Span {
  from: IsoDate;
  days: number;
}

export const linesQuery = (site: string) =>
  queryOptions({
    queryKey: ["planning", "lines", site],
    queryFn: async () => (await ask(api.GET("/api/v1/planning/lines", { params: { query: { site } } }))).data,
    staleTime: 0,
  });

/** What comes in changes it all the time: asked anew whenever it is looked at. */
export const planQuery = (line: LineAt, span: Span) =>
  queryOptions({
    queryKey: ["planning", "plan", line, span],
    queryFn: () => ask(api.GET("/api/v1/planning/plan", { params: { query: { ...line, ...span } } })),
    staleTime: 0,
    placeholderData: keepPreviousData,
  });

export const whatIfQuery = (line: LineAt, span: Span, change: PlanChange) =>
  queryOptions({
    queryKey: ["planning", "whatIf", line, span, change],
    queryFn: () => ask(api.POST("/api/v1/planning/what-if", { body: { ...line, ...span, change } })),
    placeholderData: keepPreviousData,
  });

export const shiftsQuery = (site: string, span: Span) =>
  queryOptions({
    queryKey: ["planning", "shifts", site, span],
    queryFn: () => ask(api.GET("/api/v1/planning/shifts", { params: { query: { site, ...span } } })),
    staleTime: 0,
  });

export const planningQueueQuery = (site: string, queue: string) =>
  queryOptions({
    queryKey: ["planning", "queue", site, queue],
    queryFn: () =>
      ask(api.GET("/api/v1/planning/queues/{queue}", { params: { path: { queue }, query: { site } } })),
    staleTime: 0,
  });

export const factorQuery = (line: LineAt) =>
  queryOptions({
    queryKey: ["planning", "factor", line],
    queryFn: () => ask(api.GET("/api/v1/planning/factor", { params: { query: line } })),
    staleTime: 0,
  });

export const adviceQuery = (site: string) =>
  queryOptions({
    queryKey: ["planning", "advice", site],
    queryFn: () => ask(api.GET("/api/v1/planning/advice", { params: { query: { site } } })),
    staleTime: 0,
  });

export const changeQueue = (site: string, queue: string, body: Partial<PlanningQueue>) =>
  ask(api.PUT("/api/v1/planning/queues/{queue}", { params: { path: { queue }, query: { site } }, body }));

export const changeShifts = (body: {
  site: string;
  agent: string;
  date: IsoDate;
  version: number;
  shifts: Shift[];
}) => ask(api.PUT("/api/v1/planning/shifts", { body }));

export const copyShifts = (body: {
  site: string;
  from: IsoDate;
  to: IsoDate;
  weeks: number;
  replace: boolean;
}) => ask(api.POST("/api/v1/planning/shifts/copy", { body }));

export type HistoryUploaded = Awaited<ReturnType<typeof importHistory>>;

export const importHistory = (body: LineAt & { csv: string }) =>
  ask(api.POST("/api/v1/planning/history", { body }));
