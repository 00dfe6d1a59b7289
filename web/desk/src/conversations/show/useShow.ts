import type { ShowRequest } from "@kanal/api";
import { newId } from "@kanal/api/new-id";
import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { showProblem } from "../../parts/showProblem";
import { api, ask } from "../../server/api";
import { useWords } from "../../words/useWords";

/** Puts something before the visitor. A second attempt carries the same name, so it is shown once. */
export function useShow(id: string, onDone: () => void) {
  const { t } = useWords();
  const name = useRef(newId());
  return useMutation({
    mutationFn: (what: Omit<ShowRequest, "clientId">) =>
      ask(
        api.POST("/api/v1/conversations/{id}/show", {
          params: { path: { id } },
          body: { clientId: name.current, ...what },
        }),
      ),
    onSuccess: () => {
      name.current = newId();
      onDone();
    },
    onError: showProblem(t),
  });
}
