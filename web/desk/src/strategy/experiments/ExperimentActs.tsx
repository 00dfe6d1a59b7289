import type { Experiment } from "@kanal/api";
import { Button, Group, Text, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { DeleteButton } from "../../parts/DeleteButton";
import { FormDialog } from "../../parts/FormDialog";
import { showProblem } from "../../parts/showProblem";
import { api, ask } from "../../server/api";
import { useWords } from "../../words/useWords";
import { useStrategy } from "../draft/StrategyContext";

/** Start what has not begun, stop what runs. */
export function ExperimentActs({ experiment }: { experiment: Experiment }) {
  const { t } = useWords();
  const { site } = useStrategy();
  const cache = useQueryClient();
  const [stopping, { open, close }] = useDisclosure(false);
  const [note, setNote] = useState("");
  const path = { params: { path: { site: site.id, id: experiment.id } } };
  const act = useMutation({
    mutationFn: (what: "start" | "stop" | "delete"): Promise<unknown> => {
      if (what === "start") return ask(api.POST("/api/v1/sites/{site}/experiments/{id}/start", path));
      if (what === "delete") return ask(api.DELETE("/api/v1/sites/{site}/experiments/{id}", path));
      const body = { note: note.trim() || undefined };
      return ask(api.POST("/api/v1/sites/{site}/experiments/{id}/stop", { ...path, body }));
    },
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ["experiments"] });
      close();
    },
    onError: showProblem(t),
  });
  if (experiment.state === "stopped") return null;
  if (experiment.state === "draft")
    return (
      <Group gap="sm">
        <DeleteButton
          name={experiment.name}
          loses={t("strategy.experiment.loses")}
          onDelete={() => act.mutate("delete")}
        />
        <Button loading={act.isPending} onClick={() => act.mutate("start")}>
          {t("strategy.experiment.start")}
        </Button>
      </Group>
    );
  return (
    <>
      <Button variant="default" onClick={open}>
        {t("strategy.experiment.stop")}
      </Button>
      {stopping && (
        <FormDialog
          title={t("strategy.experiment.stop")}
          action={t("strategy.experiment.stop")}
          pending={act.isPending}
          onSubmit={(event) => {
            event.preventDefault();
            act.mutate("stop");
          }}
          onClose={close}
        >
          <Text>{t("strategy.experiment.stop.means")}</Text>
          <Textarea
            autosize
            data-autofocus
            label={t("strategy.publish.note")}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </FormDialog>
      )}
    </>
  );
}
