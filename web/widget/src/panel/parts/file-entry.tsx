import { useState } from "preact/hooks";
import type { FileReference } from "../../contract";
import type { Value } from "../answers/given";
import { useWidget } from "../context";
import { refusal } from "../conversation/file-limits";
import { upload } from "../conversation/upload";
import { Icon } from "./icon";

interface Props {
  id: string;
  value: Value | undefined;
  onValue: (value: Value | undefined) => void;
}

/** Files of a form go up at once; the form names them. */
export function FileEntry({ id, value, onValue }: Props) {
  const widget = useWidget();
  const { t, host, conversation } = widget;
  const [files, setFiles] = useState<FileReference[]>([]);
  const [busy, setBusy] = useState(false);
  const { limits } = host.site;
  const chosen = (value as string[] | undefined) ?? [];

  const take = (list: FileList | null) =>
    widget.attempt(async () => {
      setBusy(true);
      const added: FileReference[] = [];
      try {
        for (const file of list ?? []) {
          const problem = refusal(file, limits, t);
          const { line } = conversation;
          if (problem) widget.store.change({ notice: problem });
          else
            added.push(
              await upload(
                line.url("files"),
                line.token,
                file,
                () => undefined,
                new AbortController().signal,
              ),
            );
        }
      } finally {
        setBusy(false);
        setFiles([...files, ...added]);
        onValue([...chosen, ...added.map((file) => file.id)]);
      }
    });

  return (
    <>
      <input
        id={id}
        type="file"
        multiple
        disabled={busy}
        accept={limits.fileTypes.join(",")}
        onChange={({ currentTarget }) => {
          void take(currentTarget.files);
          currentTarget.value = "";
        }}
      />
      <ul class="uploads">
        {files
          .filter((file) => chosen.includes(file.id))
          .map((file) => (
            <li key={file.id} class="chip">
              <span class="chip-name">{file.name}</span>
              <button
                type="button"
                class="bare small"
                aria-label={t("removeFile", { name: file.name })}
                onClick={() => onValue(chosen.filter((one) => one !== file.id))}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
      </ul>
    </>
  );
}
