import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "../../server/api";

export const mailboxesQuery = queryOptions({
  queryKey: ["mailboxes"],
  queryFn: async () => (await ask(api.GET("/api/v1/mailboxes"))).data,
});

/** With the list of mailboxes, so that what changes there is fetched anew here. */
export const setAsideQuery = (id: string) =>
  queryOptions({
    queryKey: ["mailboxes", id, "setAside"],
    queryFn: async () =>
      (await ask(api.GET("/api/v1/mailboxes/{id}/set-aside", { params: { path: { id } } }))).data,
  });

export const senderQuery = (id: string, selector: string) =>
  queryOptions({
    queryKey: ["sender", id, selector],
    queryFn: () =>
      ask(
        api.GET("/api/v1/mailboxes/{id}/sender", {
          params: { path: { id }, query: selector ? { selector } : {} },
        }),
      ),
    retry: false,
    staleTime: 0,
  });

export const blockedSendersQuery = queryOptions({
  queryKey: ["blockedSenders"],
  queryFn: async () => (await ask(api.GET("/api/v1/blocked-senders"))).data,
});
