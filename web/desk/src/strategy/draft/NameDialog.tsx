import { TextInput } from "@mantine/core";
import { useState } from "react";
import { FormDialog } from "../../parts/FormDialog";
import { useWords } from "../../words/useWords";
import { useStrategy } from "./StrategyContext";

export function NameDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const { draft } = useStrategy();
  const [name, setName] = useState(draft.definition.name);
  return (
    <FormDialog
      title={t("strategy.rename")}
      action={t("save")}
      pending={false}
      disabled={name.trim() === ""}
      onSubmit={(event) => {
        event.preventDefault();
        draft.change({ ...draft.now(), name: name.trim() });
        onClose();
      }}
      onClose={onClose}
    >
      <TextInput
        label={t("field.name")}
        maxLength={200}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
