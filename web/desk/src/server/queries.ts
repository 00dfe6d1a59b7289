import type { CallbackDue, ConversationSummary, DeskEvents } from "@kanal/api";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, ask, ProblemError } from "./api";

export type ListName = "mine" | "queue" | "all";
export interface ListFilter {
  list: ListName;
  closed?: boolean;
  /** Only customers who asked to be called. */
  calls?: boolean;
  /** Open and closed ones alike. */
  any?: boolean;
  q?: string;
}

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: async () => {
    try {
      return await ask(api.GET("/api/v1/session"));
    } catch (problem) {
      if (problem instanceof ProblemError && problem.status === 401) return null;
      throw problem;
    }
  },
});

export const setupQuery = queryOptions({
  queryKey: ["setup"],
  queryFn: () => ask(api.GET("/api/v1/setup")),
});

export const conversationsQuery = ({ list, closed, calls, any, q }: ListFilter) =>
  infiniteQueryOptions({
    queryKey: [
      "conversations",
      { list, closed: closed ?? false, calls: calls ?? false, any: any ?? false, q: q ?? "" },
    ],
    queryFn: async ({ pageParam }) => {
      const page = await ask(
        api.GET("/api/v1/conversations", {
          params: {
            query: {
              list,
              state: any ? undefined : closed ? "closed" : "open",
              channel: calls ? "callback" : undefined,
              q: q || undefined,
              // Those that are sorted here by what is urgent are wanted whole.
              limit: list === "mine" || calls ? 200 : 50,
              cursor: pageParam,
            },
          },
        }),
      );
      return { ...page, last: page.data.at(-1) };
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    // The stream does not tell what is said in everything that may be found.
    staleTime: q ? 0 : undefined,
  });

export const conversationQuery = (id: string) =>
  queryOptions({
    queryKey: ["conversation", id],
    queryFn: () => ask(api.GET("/api/v1/conversations/{id}", { params: { path: { id } } })),
  });

/** Under "articles", so that publishing or discarding one is seen. */
export const conversationArticlesQuery = (id: string) =>
  queryOptions({
    queryKey: ["articles", "of", id],
    queryFn: async () =>
      (await ask(api.GET("/api/v1/conversations/{id}/articles", { params: { path: { id } } }))).data,
  });

export const timelineQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ["timeline", id],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET("/api/v1/conversations/{id}/timeline", {
          params: { path: { id }, query: { limit: 100, before: pageParam } },
        }),
      ),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => (page.next ? Number(page.next) : undefined),
  });

export const callQuery = (id: string) =>
  queryOptions({
    queryKey: ["call", id],
    queryFn: () => ask(api.GET("/api/v1/conversations/{id}/callback", { params: { path: { id } } })),
  });

export const callSlotsQuery = (id: string) =>
  queryOptions({
    queryKey: ["callSlots", id],
    queryFn: async () =>
      (await ask(api.GET("/api/v1/conversations/{id}/callback/slots", { params: { path: { id } } }))).data,
    staleTime: 0,
  });

/** Calls whose time has come and that nobody could take; the event stream tells of each as it happens. */
export const callsDueQuery = queryOptions({
  queryKey: ["callsDue"],
  queryFn: async () => {
    const query = { list: "queue", channel: "callback", limit: 200 } as const;
    const { data } = await ask(api.GET("/api/v1/conversations", { params: { query } }));
    return data.flatMap(callDue);
  },
  staleTime: Number.POSITIVE_INFINITY,
});

/** In line for a time that was booked, or for another attempt; who only keeps a place was promised no time. */
function callDue({ id, customer, callback, waitingSince }: ConversationSummary): CallbackDue[] {
  if (callback?.state !== "waiting") return [];
  const dueAt = callback.attempts > 0 ? waitingSince : callback.slot?.start;
  return dueAt ? [{ conversation: id, name: customer.name, numberText: callback.numberText, dueAt }] : [];
}

export const assignmentsQuery = (id: string) =>
  queryOptions({
    queryKey: ["assignments", id],
    queryFn: async () =>
      (await ask(api.GET("/api/v1/conversations/{id}/assignments", { params: { path: { id } } }))).data,
    staleTime: 0,
  });

export const offersQuery = queryOptions({
  queryKey: ["offers"],
  queryFn: async () => (await ask(api.GET("/api/v1/offers"))).data,
});

export const agentsQuery = queryOptions({
  queryKey: ["agents"],
  queryFn: async () => (await ask(api.GET("/api/v1/agents"))).data,
});

export const queuesQuery = queryOptions({
  queryKey: ["queues"],
  queryFn: async () => (await ask(api.GET("/api/v1/queues"))).data,
});

export const skillsQuery = queryOptions({
  queryKey: ["skills"],
  queryFn: async () => (await ask(api.GET("/api/v1/skills"))).data,
});

export const teamsQuery = queryOptions({
  queryKey: ["teams"],
  queryFn: async () => (await ask(api.GET("/api/v1/teams"))).data,
});

export const entryPointsQuery = queryOptions({
  queryKey: ["entryPoints"],
  queryFn: async () => (await ask(api.GET("/api/v1/entry-points"))).data,
});

export const wallboardQuery = queryOptions({
  queryKey: ["wallboard"],
  queryFn: () => ask(api.GET("/api/v1/wallboard")),
});

/** Who asks the agent to come back; only the event stream tells, so there is nothing to ask for. */
export const askedBackQuery = queryOptions({
  queryKey: ["askedBack"],
  queryFn: (): DeskEvents["askedBack"] | null => null,
  enabled: false,
});

/** The last warning of a target that is near or missed; only the event stream tells. */
export const targetWarningQuery = queryOptions({
  queryKey: ["targetWarning"],
  queryFn: (): DeskEvents["target"] | null => null,
  enabled: false,
});

/** How much of the agent is taken; only the event stream tells. */
export const unitsQuery = queryOptions({
  queryKey: ["units"],
  queryFn: (): DeskEvents["units"] | null => null,
  enabled: false,
});

export const topicsQuery = queryOptions({
  queryKey: ["topics"],
  queryFn: async () => (await ask(api.GET("/api/v1/topics"))).data,
});

export const answersQuery = queryOptions({
  queryKey: ["answers"],
  queryFn: async () => (await ask(api.GET("/api/v1/answers"))).data,
});

/** Short answers and articles as they are said in a chat, best first, with typing errors and forms of words forgiven. */
export const soughtAnswersQuery = (q: string, language: string, site: string) =>
  queryOptions({
    queryKey: ["answers", "sought", q, language, site],
    queryFn: async () =>
      (
        await ask(
          api.GET("/api/v1/articles/search", {
            params: { query: { q, language, site, limit: 8, as: "chat" } },
          }),
        )
      ).data,
  });

export const sitesQuery = queryOptions({
  queryKey: ["sites"],
  queryFn: async () => (await ask(api.GET("/api/v1/sites"))).data,
});

export const routingQuery = queryOptions({
  queryKey: ["routing"],
  queryFn: () => ask(api.GET("/api/v1/routing")),
});

export const keysQuery = queryOptions({
  queryKey: ["keys"],
  queryFn: async () => (await ask(api.GET("/api/v1/keys"))).data,
});

export const customersQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ["customers", q],
    queryFn: ({ pageParam }) =>
      ask(api.GET("/api/v1/customers", { params: { query: { q: q || undefined, cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const customerQuery = (id: string) =>
  queryOptions({
    queryKey: ["customer", id],
    queryFn: () => ask(api.GET("/api/v1/customers/{id}", { params: { path: { id } } })),
    // What becomes of their conversations in others' hands is not told.
    staleTime: 0,
  });
