import { Loader, Text } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconPencil } from "@tabler/icons-react";
import type { SaveState } from "../../parts/autosave/autosave";
import { fieldErrors, problemText } from "../../parts/problemText";
import { dateFormat } from "../../words/locale";
import { useWords } from "../../words/useWords";

/** "Saved 12:03", and what is in the way where it is not. */
export function SaveLine({ state }: { state: SaveState }) {
  const { t, language } = useWords();
  const bad = state.kind === "refused" || state.kind === "failed" || state.kind === "conflict";
  const icon = {
    saved: <IconCheck size={14} />,
    unsaved: <IconPencil size={14} />,
    saving: <Loader size={12} />,
    refused: <IconAlertTriangle size={14} />,
    failed: <IconAlertTriangle size={14} />,
    conflict: <IconAlertTriangle size={14} />,
  }[state.kind];
  return (
    <Text
      role="status"
      size="xs"
      c={bad ? "var(--bad)" : "dimmed"}
      style={{ display: "flex", gap: 4, alignItems: "center" }}
    >
      {icon}
      {said()}
    </Text>
  );

  function said() {
    switch (state.kind) {
      case "saved": {
        if (!state.at) return t("knowledge.save.saved");
        const time = dateFormat(language, { hour: "2-digit", minute: "2-digit" });
        return t("knowledge.save.savedAt", { time: time.format(new Date(state.at)) });
      }
      case "refused":
        // The field is marked as well; its name in the API says nothing to an editor.
        return t("knowledge.save.refused", {
          why: Object.values(fieldErrors(state.error))[0] ?? problemText(state.error, t),
        });
      default:
        return t(`knowledge.save.${state.kind}`);
    }
  }
}
