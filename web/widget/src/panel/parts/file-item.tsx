import type { FileReference } from "../../contract";
import { useWidget } from "../context";
import { fileSize } from "../conversation/file-limits";
import { saveAs } from "../save-as";
import { Icon } from "./icon";
import { Picture } from "./picture";

const shown = ["image/png", "image/jpeg", "image/gif", "image/webp"];

export function FileItem({ file }: { file: FileReference }) {
  const widget = useWidget();
  const { t } = widget;
  const save = () =>
    widget.attempt(async () => saveAs(await widget.conversation.line.bytes(`files/${file.id}`), file.name));
  return (
    <button type="button" class="file" aria-label={t("openFile", { name: file.name })} onClick={save}>
      {shown.includes(file.type) && <Picture file={file} />}
      <span class="file-name">
        <Icon name="file" />
        <span class="chip-name">{file.name}</span>
        <span class="muted">{fileSize(file.size, t.language)}</span>
      </span>
    </button>
  );
}
