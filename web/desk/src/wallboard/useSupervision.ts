import type { AgentStanding, Presence } from "@kanal/api";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { showProblem } from "../parts/showProblem";
import { api, ask } from "../server/api";
import { useWords } from "../words/useWords";

interface HandOver {
  agent: AgentStanding;
  to?: string;
  note?: string;
}

/** What supervisors do for others. The board follows from the event stream. */
export function useSupervision() {
  const { t } = useWords();
  const onError = showProblem(t);
  const say = (message: string) =>
    notifications.show({ message, role: "status", closeButtonProps: { "aria-label": t("close") } });

  const askBack = useMutation({
    mutationFn: ({ id }: AgentStanding) =>
      ask(api.POST("/api/v1/agents/{id}/ask-back", { params: { path: { id } } })),
    onSuccess: (_, { name }) => say(t("supervise.askedBack", { name })),
    onError,
  });
  const setPresence = useMutation({
    mutationFn: ({ agent: { id }, presence }: { agent: AgentStanding; presence: Presence }) =>
      ask(api.PUT("/api/v1/agents/{id}/presence", { params: { path: { id } }, body: { presence } })),
    onError,
  });
  const handOver = useMutation({
    mutationFn: ({ agent: { id }, to, note }: HandOver) =>
      ask(api.POST("/api/v1/agents/{id}/hand-over", { params: { path: { id } }, body: { to, note } })),
    onSuccess: ({ moved }, { agent: { name } }) => say(t("supervise.handedOver", { name, count: moved })),
    onError,
  });
  return { askBack, setPresence, handOver };
}
