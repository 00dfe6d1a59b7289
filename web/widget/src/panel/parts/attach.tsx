import { useRef } from "preact/hooks";
import { useWidget } from "../context";
import { Icon } from "./icon";

export function Attach() {
  const { t, host, conversation } = useWidget();
  const input = useRef<HTMLInputElement>(null);

  function chosen(event: Event) {
    const field = event.currentTarget as HTMLInputElement;
    conversation.uploads.add(field.files ?? []);
    field.value = "";
  }

  return (
    <>
      <button
        type="button"
        class="bare"
        aria-label={t("attach")}
        title={t("attach")}
        onClick={() => input.current?.click()}
      >
        <Icon name="clip" />
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={host.site.limits.fileTypes.join(",")}
        onChange={chosen}
      />
    </>
  );
}
