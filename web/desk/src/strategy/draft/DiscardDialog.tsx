import { Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { FormDialog } from "../../parts/FormDialog";
import { showProblem } from "../../parts/showProblem";
import { useShowUndo } from "../../parts/useShowUndo";
import { api, ask } from "../../server/api";
import { useWords } from "../../words/useWords";
import { strategyQuery } from "../strategyQueries";
import { ChangeList } from "./ChangeList";
import { useStrategy } from "./StrategyContext";

/** Throws the draft away; names what is lost, and brings it back if that was wrong. */
export function DiscardDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const { site, strategy, draft } = useStrategy();
  const cache = useQueryClient();
  const showUndo = useShowUndo();
  const discard = useMutation({
    mutationFn: () =>
      ask(api.DELETE("/api/v1/sites/{site}/strategy/draft", { params: { path: { site: site.id } } })),
    onSuccess: async () => {
      const lost = draft.now();
      draft.giveWay(await cache.fetchQuery({ ...strategyQuery(site.id), staleTime: 0 }));
      showUndo(t("strategy.discarded"), () => draft.change(lost));
      onClose();
    },
    onError: showProblem(t),
  });
  return (
    <FormDialog
      size="lg"
      title={t("strategy.discard.title")}
      action={t("strategy.discard")}
      pending={discard.isPending}
      onSubmit={(event) => {
        event.preventDefault();
        discard.mutate();
      }}
      onClose={onClose}
    >
      <Text>{t("strategy.discard.loses")}</Text>
      <ChangeList before={strategy.live.definition} after={draft.definition} />
    </FormDialog>
  );
}
