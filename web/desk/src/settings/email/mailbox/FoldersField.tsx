import { TagsInput } from "@mantine/core";
import type { ReactNode } from "react";
import { useWords } from "../../../words/useWords";

interface Props {
  value: string[];
  error?: ReactNode;
  onChange: (folders: string[]) => void;
}

export function FoldersField({ value, error, onChange }: Props) {
  const { t } = useWords();
  return (
    <TagsInput
      label={t("mailboxes.folders")}
      description={t("mailboxes.folders.help")}
      value={value}
      error={error}
      onChange={onChange}
      acceptValueOnBlur
    />
  );
}
