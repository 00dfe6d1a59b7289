import { Button, FileButton, Group, Text } from "@mantine/core";
import { IconFileZip } from "@tabler/icons-react";
import { type DragEvent, useState } from "react";
import { useWords } from "../../words/useWords";
import classes from "./imports.module.css";

interface Props {
  file: File | null;
  onFile: (file: File | null) => void;
  disabled: boolean;
}

const ends = ".zip,.csv,.tsv,.md,.markdown,.html,.htm";

/** A file by the button or by dropping it. */
export function FileField({ file, onFile, disabled }: Props) {
  const { t, language } = useWords();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!disabled) onFile(event.dataTransfer.files[0] ?? null);
  };
  const unit = (file?.size ?? 0) < 1e6 ? "kilobyte" : "megabyte";
  const size =
    file &&
    new Intl.NumberFormat(language, { style: "unit", unit, maximumFractionDigits: 1 }).format(
      file.size / (unit === "kilobyte" ? 1e3 : 1e6),
    );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the other way; the button takes the keyboard.
    <div
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Group gap="sm" justify="center">
        <IconFileZip size={20} aria-hidden />
        {file ? (
          <Text className={classes.name}>
            <strong>{file.name}</strong>{" "}
            <Text span c="dimmed">
              {size}
            </Text>
          </Text>
        ) : (
          <Text c="dimmed">{t("imports.drop")}</Text>
        )}
        <FileButton accept={ends} onChange={onFile} disabled={disabled}>
          {(props) => (
            <Button variant="default" {...props}>
              {t(file ? "imports.other" : "imports.choose")}
            </Button>
          )}
        </FileButton>
      </Group>
    </div>
  );
}
