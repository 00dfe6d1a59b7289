import { Button, Code, FileButton, Group, Text, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconUpload } from "@tabler/icons-react";
import { useState } from "react";
import { FormDialog } from "../../parts/FormDialog";
import { showDone } from "../../parts/showDone";
import { useSave } from "../../settings/useSave";
import { useWords } from "../../words/useWords";
import { usePlanned } from "../PlanningContext";
import { type HistoryUploaded, importHistory } from "../planningQueries";

const example = "time,offered,answered,abandoned\n2026-09-01 09:00,12,11,1\n2026-09-01 09:30,15,13,2";

/** What came before Kanal counted, so that the forecast needn't wait for weeks. */
export function ImportHistory() {
  const { t } = useWords();
  const { at } = usePlanned();
  const [opened, { open, close }] = useDisclosure(false);
  const [csv, setCsv] = useState("");
  const [error, setError] = useState<string>();
  const save = useSave(() => importHistory({ ...at, csv }), {
    refresh: ["planning"],
    quiet: true,
    form: { setErrors: (errors) => setError(errors.csv) },
    onDone: ({ slots }: HistoryUploaded) => {
      showDone(t)(t("planning.import.done", { count: slots }));
      close();
    },
  });
  return (
    <>
      <Button variant="default" size="compact-md" leftSection={<IconUpload size={16} />} onClick={open}>
        {t("planning.import")}
      </Button>
      <FormDialog
        opened={opened}
        size="lg"
        title={t("planning.import")}
        action={t("planning.import.do")}
        pending={save.isPending}
        disabled={csv.trim() === ""}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(undefined);
        }}
        onClose={close}
      >
        <Text>{t("planning.import.means")}</Text>
        <Code block>{example}</Code>
        <Textarea
          label={t("planning.import.table")}
          data-autofocus
          autosize
          minRows={5}
          maxRows={14}
          value={csv}
          error={error}
          onChange={(event) => {
            setCsv(event.currentTarget.value);
            setError(undefined);
          }}
        />
        <Group>
          <FileButton
            accept=".csv,text/csv,text/plain"
            onChange={async (file) => {
              setCsv((await file?.text()) ?? csv);
              setError(undefined);
            }}
          >
            {(file) => (
              <Button {...file} variant="default" size="compact-md">
                {t("planning.import.file")}
              </Button>
            )}
          </FileButton>
        </Group>
      </FormDialog>
    </>
  );
}
