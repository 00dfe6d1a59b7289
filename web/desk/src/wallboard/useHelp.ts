import type { QueueHelp } from "@kanal/api";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { showProblem } from "../parts/showProblem";
import { api, ask } from "../server/api";
import { whenInWords } from "../words/relative";
import { serverNow } from "../words/serverClock";
import { useWords } from "../words/useWords";

interface Begin {
  queue: string;
  from: string;
  minutes: number;
}

/** One queue's agents help another for a time. The board follows from the event stream. */
export function useHelp() {
  const { t, language } = useWords();
  const onError = showProblem(t);
  const say = (message: string) =>
    notifications.show({ message, role: "status", closeButtonProps: { "aria-label": t("close") } });

  const begin = useMutation({
    mutationFn: ({ queue, from, minutes }: Begin) =>
      ask(api.POST("/api/v1/queues/{id}/help", { params: { path: { id: queue } }, body: { from, minutes } })),
    onSuccess: ({ fromName, until }) =>
      say(t("help.said", { queue: fromName, time: whenInWords(until, serverNow(), language) })),
    onError,
  });
  const end = useMutation({
    mutationFn: ({ queue, from }: QueueHelp) =>
      ask(api.DELETE("/api/v1/queues/{id}/help/{from}", { params: { path: { id: queue, from } } })),
    onSuccess: (_, { fromName }) => say(t("help.ended", { queue: fromName })),
    onError,
  });
  return { begin, end };
}
