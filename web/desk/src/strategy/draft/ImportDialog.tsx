import { FileInput, List, Text } from "@mantine/core";
import { IconFileText } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { FormDialog } from "../../parts/FormDialog";
import { problemText } from "../../parts/problemText";
import { useShowUndo } from "../../parts/useShowUndo";
import { api, ask } from "../../server/api";
import { useWords } from "../../words/useWords";
import type { Definition } from "../definition/definition";
import type { Problem } from "../definition/problems";
import { WarnAlert } from "../parts/WarnAlert";
import { problemSentence } from "../sentences/problemSentence";
import { useSpeech } from "../sentences/useSpeech";
import { readDefinition } from "./readDefinition";
import { useStrategy } from "./StrategyContext";

interface Read {
  definition: Definition;
  problems: Problem[];
}

/** A strategy from a file: what is wrong with it is shown before it takes the draft's place. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const { site, draft } = useStrategy();
  const speech = useSpeech();
  const showUndo = useShowUndo();
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const check = useMutation({
    mutationFn: async (file: File): Promise<Read> => {
      const definition = readDefinition(await file.text());
      const { problems } = await ask(
        api.POST("/api/v1/sites/{site}/strategy/check", {
          params: { path: { site: site.id } },
          body: { definition },
        }),
      );
      return { definition, problems: problems as Problem[] };
    },
    onError: (error) =>
      setUnreadable(error instanceof SyntaxError ? t("strategy.import.noJson") : problemText(error, t)),
  });
  const read = check.data;
  const broken = read?.problems.some(({ kind }) => kind === "unreadable") ?? false;
  return (
    <FormDialog
      size="lg"
      title={t("strategy.import")}
      action={t("strategy.import.take")}
      pending={check.isPending}
      disabled={!read || broken}
      onSubmit={(event) => {
        event.preventDefault();
        if (!read) return;
        const before = draft.now();
        draft.change(read.definition);
        showUndo(t("strategy.import.taken", { name: read.definition.name }), () => draft.change(before));
        onClose();
      }}
      onClose={onClose}
    >
      <FileInput
        label={t("strategy.import.file")}
        description={t("strategy.import.help")}
        accept="application/json,.json"
        leftSection={<IconFileText size={16} />}
        error={unreadable}
        onChange={(file) => {
          setUnreadable(null);
          if (file) check.mutate(file);
        }}
      />
      {read && !broken && (
        <Text role="status">
          {t("strategy.import.found", { name: read.definition.name, count: read.definition.rules.length })}
        </Text>
      )}
      {read && read.problems.length > 0 && (
        <WarnAlert title={t("strategy.import.problems", { count: read.problems.length })}>
          <List size="sm">
            {read.problems.slice(0, 30).map((problem) => (
              <List.Item key={`${problem.place} ${problem.sentence}`}>
                <code>{problem.place}</code> {problemSentence(problem, speech, read.definition)}
              </List.Item>
            ))}
          </List>
        </WarnAlert>
      )}
    </FormDialog>
  );
}
