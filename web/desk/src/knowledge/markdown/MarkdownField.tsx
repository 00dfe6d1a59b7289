import { Input, Text, Textarea } from "@mantine/core";
import { type ClipboardEvent, type DragEvent, type KeyboardEvent, useId, useRef } from "react";
import { useWords } from "../../words/useWords";
import { around, insert, link } from "./edits";
import classes from "./MarkdownField.module.css";
import { MarkdownToolbar } from "./MarkdownToolbar";
import { usePictures } from "./usePictures";
import { useTextEdit } from "./useTextEdit";

interface Props {
  /** Whose pictures they are. */
  article: string;
  label: string;
  value: string;
  error?: string;
  minRows?: number;
  onChange: (text: string) => void;
}

/** Markdown with a toolbar; pictures come by paste, drop or choice. */
export function MarkdownField({ article, label, value, error, minRows = 4, onChange }: Props) {
  const { t } = useWords();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const latest = useRef(value);
  latest.current = value;
  const edit = useTextEdit(field, value, onChange);
  const { add, uploading } = usePictures(article, {
    put: (written) => edit(insert(written)),
    replace: (written, by) => onChange(latest.current.replace(written, by)),
  });

  function keyDown(event: KeyboardEvent) {
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === "b") edit(around("**", t("markdown.bold.sample")));
    else if (key === "i") edit(around("*", t("markdown.italic.sample")));
    else if (key === "k") edit(link(t("markdown.link.sample")));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function take(files: FileList, event: ClipboardEvent | DragEvent) {
    if (files.length === 0) return;
    event.preventDefault();
    add([...files]);
  }

  return (
    <Input.Wrapper label={label} labelProps={{ htmlFor: id }} error={error}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one of three ways; the toolbar has a button */}
      <div
        className={classes.field}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => take(event.dataTransfer.files, event)}
      >
        <MarkdownToolbar label={label} onEdit={edit} onPictures={add} />
        <Textarea
          ref={field}
          id={id}
          variant="unstyled"
          classNames={{ input: classes.input }}
          autosize
          minRows={minRows}
          value={value}
          error={Boolean(error)}
          spellCheck
          onChange={(event) => onChange(event.currentTarget.value)}
          onKeyDown={keyDown}
          onPaste={(event) => take(event.clipboardData.files, event)}
        />
      </div>
      {uploading > 0 && (
        <Text role="status" size="xs" c="dimmed">
          {t("markdown.uploading", { count: uploading })}
        </Text>
      )}
    </Input.Wrapper>
  );
}
