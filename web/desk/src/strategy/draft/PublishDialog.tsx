import { ProblemError } from "@kanal/api";
import { Alert, Checkbox, Text, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormDialog } from "../../parts/FormDialog";
import { showDone } from "../../parts/showDone";
import { showProblem } from "../../parts/showProblem";
import { api, ask } from "../../server/api";
import { useWords } from "../../words/useWords";
import { ProblemList } from "../parts/ProblemList";
import { WarnAlert } from "../parts/WarnAlert";
import { strategyQuery } from "../strategyQueries";
import { ChangeList } from "./ChangeList";
import { useStrategy } from "./StrategyContext";

/** Makes the draft live, with a word on why. What stops it is said here; what only warns may be. */
export function PublishDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const { site, strategy, draft } = useStrategy();
  const cache = useQueryClient();
  const [note, setNote] = useState("");
  const [seen, setSeen] = useState(false);
  const stopping = draft.problems.filter(({ problem }) => problem.stops);
  const warnings = draft.problems.filter(({ problem }) => !problem.stops);
  const basedOn = strategy.draft?.basedOn;
  const overtaken = basedOn !== undefined && basedOn !== strategy.live.number;

  const publish = useMutation({
    mutationFn: async () => {
      if (!(await draft.flush())) return false;
      const revision = cache.getQueryData(strategyQuery(site.id).queryKey)?.draft?.revision;
      const over = overtaken ? strategy.live.number : undefined;
      if (revision === undefined) return false;
      await ask(
        api.POST("/api/v1/sites/{site}/strategy/publish", {
          params: { path: { site: site.id } },
          body: { revision, note: note.trim() || undefined, over },
        }),
      );
      return true;
    },
    onSuccess: async (done) => {
      if (!done) return onClose();
      draft.giveWay(await cache.fetchQuery({ ...strategyQuery(site.id), staleTime: 0 }));
      void cache.invalidateQueries({ queryKey: ["strategies"] });
      showDone(t)(t("strategy.published"));
      onClose();
    },
    onError: (problem) => {
      if (problem instanceof ProblemError && problem.status < 500)
        void cache.invalidateQueries({ queryKey: ["strategies", "of"] });
      showProblem(t)(problem);
    },
  });

  return (
    <FormDialog
      size="lg"
      title={t("strategy.publish.title")}
      action={t("strategy.publish")}
      pending={publish.isPending}
      disabled={stopping.length > 0 || (overtaken && !seen)}
      onSubmit={(event) => {
        event.preventDefault();
        publish.mutate();
      }}
      onClose={onClose}
    >
      {stopping.length > 0 && (
        <Alert color="red" title={t("strategy.publish.stopped")}>
          <ProblemList problems={stopping} />
        </Alert>
      )}
      {warnings.length > 0 && (
        <div>
          <Text fw={600}>{t("strategy.publish.warnings", { count: warnings.length })}</Text>
          <ProblemList problems={warnings} />
        </div>
      )}
      {overtaken && (
        <WarnAlert title={t("strategy.publish.overtaken.title", { number: strategy.live.number })}>
          <Checkbox
            label={t("strategy.publish.overtaken")}
            checked={seen}
            onChange={(event) => setSeen(event.currentTarget.checked)}
          />
        </WarnAlert>
      )}
      <ChangeList before={strategy.live.definition} after={draft.definition} />
      <Textarea
        label={t("strategy.publish.note")}
        description={t("strategy.publish.note.help")}
        maxLength={500}
        autosize
        data-autofocus
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
