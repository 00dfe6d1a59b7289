import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, ask } from "../../server/api";

/** A letter with all of it; the conversation's entries leave out what is long. */
export const letterQuery = (id: string, letter: string) =>
  queryOptions({
    queryKey: ["letter", id, letter],
    queryFn: () =>
      ask(api.GET("/api/v1/conversations/{id}/letters/{letter}", { params: { path: { id, letter } } })),
  });

/** Each time that a letter of ours was tried. */
export const attemptsQuery = (id: string, letter: string, standing: string) =>
  queryOptions({
    queryKey: ["attempts", id, letter, standing],
    queryFn: async () =>
      (
        await ask(
          api.GET("/api/v1/conversations/{id}/letters/{letter}/attempts", {
            params: { path: { id, letter } },
          }),
        )
      ).data,
    staleTime: 0,
    placeholderData: keepPreviousData,
  });

/** To whom an answer would go, and as what. Asked anew each time: the last letter decides. */
export const replyQuery = (id: string, all: boolean, last: number) =>
  queryOptions({
    queryKey: ["reply", id, all, last],
    queryFn: () =>
      ask(api.GET("/api/v1/conversations/{id}/reply", { params: { path: { id }, query: { all } } })),
  });

export const participantsQuery = (id: string) =>
  queryOptions({
    queryKey: ["participants", id],
    queryFn: async () =>
      (await ask(api.GET("/api/v1/conversations/{id}/participants", { params: { path: { id } } }))).data,
    staleTime: 0,
  });
