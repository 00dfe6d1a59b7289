import { ProblemError } from "@kanal/api";
import { QueryClient } from "@tanstack/react-query";

const healsByWaiting = (error: unknown) => !(error instanceof ProblemError) || error.passing;

const waitMs = (failures: number, error: unknown) =>
  Math.max(1000 * 2 ** failures, error instanceof ProblemError ? error.askedToWaitMs() : 0);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The event stream keeps what is cached true; asking again on every focus would be polling.
      staleTime: 5 * 60_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 3 && healsByWaiting(error),
      retryDelay: waitMs,
    },
    mutations: { networkMode: "always" },
  },
});
