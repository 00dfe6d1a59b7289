import type { Conversation } from "@kanal/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { showProblem } from "../../parts/showProblem";
import { useShowUndo } from "../../parts/useShowUndo";
import { api, ask } from "../../server/api";
import { useWords } from "../../words/useWords";

/** Letters that belong elsewhere: split off, brought together, and either taken back. */
export function useMoves(conversation: Conversation) {
  const { t } = useWords();
  const cache = useQueryClient();
  const showUndo = useShowUndo();
  const onError = showProblem(t);
  const id = conversation.id;

  function changed(...conversations: string[]) {
    for (const each of [id, ...conversations])
      for (const key of ["conversation", "timeline", "participants", "reply"])
        void cache.invalidateQueries({ queryKey: [key, each] });
    void cache.invalidateQueries({ queryKey: ["customer"] });
    void cache.invalidateQueries({ queryKey: ["conversations"] });
  }

  const undo = useMutation({
    mutationFn: ({ move }: { move: string; conversation?: string }) =>
      ask(api.POST("/api/v1/conversations/{id}/moves/{move}/undo", { params: { path: { id, move } } })),
    onSuccess: (_, move) => changed(...(move.conversation ? [move.conversation] : [])),
    onError,
  });
  const split = useMutation({
    mutationFn: (from: number) =>
      ask(api.POST("/api/v1/conversations/{id}/split", { params: { path: { id } }, body: { from } })),
    onSuccess: (done) => {
      changed(done.conversation);
      showUndo(t("move.split.done"), () => undo.mutate(done));
    },
    onError,
  });
  const merge = useMutation({
    mutationFn: (into: string) =>
      ask(api.POST("/api/v1/conversations/{id}/merge", { params: { path: { id } }, body: { into } })),
    onSuccess: (done) => {
      changed(done.conversation);
      showUndo(t("move.merge.done"), () => undo.mutate(done));
    },
    onError,
  });
  return { split, merge, undo };
}
