import type { Conversation } from "@kanal/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { patchConversation } from "../../live/patches";
import { showProblem } from "../../parts/showProblem";
import { useShowUndo } from "../../parts/useShowUndo";
import { api, ask } from "../../server/api";
import { useMe } from "../../shell/useSession";
import { useWords } from "../../words/useWords";

export type Block = "address" | "domain";

/** Closes it as spam, if one likes with its sender blocked; either is taken back in one act. */
export function useSpam(id: string) {
  const me = useMe();
  const { t } = useWords();
  const cache = useQueryClient();
  const showUndo = useShowUndo();
  const params = { path: { id } };
  const onError = showProblem(t);

  function isNow(conversation: Conversation) {
    patchConversation(cache, conversation, me.id);
    void cache.invalidateQueries({ queryKey: ["blockedSenders"] });
  }

  const unmark = useMutation({
    mutationFn: () => ask(api.DELETE("/api/v1/conversations/{id}/spam", { params })),
    onSuccess: isNow,
    onError,
  });
  const mark = useMutation({
    mutationFn: (block: Block | undefined) =>
      ask(api.POST("/api/v1/conversations/{id}/spam", { params, body: { block } })),
    onSuccess: (conversation) => {
      isNow(conversation);
      showUndo(t("spam.done"), () => unmark.mutate());
    },
    onError,
  });
  return { mark, unmark };
}
