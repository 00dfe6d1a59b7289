import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "../../server/api";

export const mailboxesQuery = queryOptions({
  queryKey: ["mailboxes"],
  queryFn: async () => (await ask(api.GET("/api/v1/mailboxes"))).data,
});

export const blockedSendersQuery = queryOptions({
  queryKey: ["blockedSenders"],
  queryFn: async () => (await ask(api.GET("/api/v1/blocked-senders"))).data,
});
