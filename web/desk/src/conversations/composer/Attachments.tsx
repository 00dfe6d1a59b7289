import { CloseButton, Group, Progress, Text } from "@mantine/core";
import { IconAlertCircle, IconPaperclip } from "@tabler/icons-react";
import { useWords } from "../../words/useWords";
import classes from "./Composer.module.css";
import type { Upload } from "./useUploads";

interface Props {
  uploads: Upload[];
  onRemove: (key: string) => void;
}

export function Attachments({ uploads, onRemove }: Props) {
  const { t } = useWords();
  if (uploads.length === 0) return null;
  return (
    <Group gap="sm" component="ul" className={classes.attachments}>
      {uploads.map(({ key, name, progress, file, failure }) => (
        <li key={key} className={classes.attachment}>
          {failure ? <IconAlertCircle size={16} color="var(--bad)" /> : <IconPaperclip size={16} />}
          <div>
            <Text size="xs" maw={180} truncate>
              {name}
            </Text>
            {failure && (
              <Text size="xs" c="var(--bad)" role="alert">
                {failure}
              </Text>
            )}
            {!file && !failure && <Progress value={progress * 100} size="xs" aria-label={name} />}
          </div>
          <CloseButton size="sm" aria-label={t("file.remove", { name })} onClick={() => onRemove(key)} />
        </li>
      ))}
    </Group>
  );
}
