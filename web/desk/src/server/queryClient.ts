import { ProblemError } from "@kanal/api";
import { QueryClient } from "@tanstack/react-query";

const healsByWaiting = (error: unknown) =>
  !(error instanceof ProblemError) || error.status === 0 || error.status >= 500 || error.status === 429;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The event stream keeps what is cached true; asking again on every focus would be polling.
      staleTime: 5 * 60_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 3 && healsByWaiting(error),
    },
    mutations: { networkMode: "always" },
  },
});
