import { useWidget } from "../context";
import { Icon } from "./icon";

export function UploadList() {
  const { t, state, conversation } = useWidget();
  if (state.uploads.length === 0) return null;
  const percent = new Intl.NumberFormat(t.language, { style: "percent" });
  return (
    <ul class="uploads">
      {state.uploads.map(({ key, file, share, sent, failed }) => (
        <li key={key} class={failed ? "chip wrong" : "chip"}>
          <Icon name={failed ? "warn" : sent ? "done" : "file"} />
          <span class="chip-name">{file.name}</span>
          {share > 0 && !sent && (
            <progress
              value={share}
              aria-label={t("uploading", { name: file.name, percent: percent.format(share) })}
            />
          )}
          <button
            type="button"
            class="bare small"
            aria-label={t("removeFile", { name: file.name })}
            onClick={() => conversation.uploads.remove(key)}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}
