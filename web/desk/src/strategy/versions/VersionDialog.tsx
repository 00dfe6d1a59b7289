import { Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Loaded } from "../../parts/Loaded";
import { showDone } from "../../parts/showDone";
import { showProblem } from "../../parts/showProblem";
import { api, ask } from "../../server/api";
import { useWords } from "../../words/useWords";
import { changesOf, countOf } from "../definition/changes";
import { ChangeList } from "../draft/ChangeList";
import { useStrategy } from "../draft/StrategyContext";
import { versionQuery } from "../strategyQueries";
import { VersionRead } from "./VersionRead";

/** An earlier version as it reads, against what is live; it can be brought back, as a new version. */
export function VersionDialog({ number, onClose }: { number: number; onClose: () => void }) {
  const { t } = useWords();
  const { site, strategy, mayEdit } = useStrategy();
  const cache = useQueryClient();
  const version = useQuery(versionQuery(site.id, number));
  const [note, setNote] = useState("");
  const restore = useMutation({
    mutationFn: () =>
      ask(
        api.POST("/api/v1/sites/{site}/strategy/versions/{number}/restore", {
          params: { path: { site: site.id, number } },
          body: { note: note.trim() || undefined },
        }),
      ),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ["strategies"] });
      showDone(t)(t("strategy.restored", { number }));
      onClose();
    },
    onError: showProblem(t),
  });
  const isLive = number === strategy.live.number;
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t("strategy.version", { number })}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <Loaded query={version}>
        {(its) => {
          const differs = countOf(changesOf(strategy.live.definition, its.definition)) > 0;
          return (
            <Stack gap="lg">
              <VersionRead definition={its.definition} />
              {!isLive && (
                <div>
                  <Text fw={600} mb="sm">
                    {differs
                      ? t("strategy.version.differs", { number: strategy.live.number })
                      : t("strategy.version.same")}
                  </Text>
                  {differs && <ChangeList before={strategy.live.definition} after={its.definition} />}
                </div>
              )}
              {mayEdit && !isLive && differs && (
                <Group align="flex-end">
                  <Textarea
                    flex={1}
                    autosize
                    label={t("strategy.publish.note")}
                    maxLength={500}
                    value={note}
                    onChange={(event) => setNote(event.currentTarget.value)}
                  />
                  <Button loading={restore.isPending} onClick={() => restore.mutate()}>
                    {t("strategy.restore")}
                  </Button>
                </Group>
              )}
            </Stack>
          );
        }}
      </Loaded>
    </Modal>
  );
}
