import { SegmentedControl } from "@mantine/core";
import { useWords } from "../../words/useWords";
import type { View } from "./views";

interface Props {
  views: View[];
  view: View;
  onChange: (view: View) => void;
}

export function ViewChoice({ views, view, onChange }: Props) {
  const { t } = useWords();
  return (
    <SegmentedControl
      fullWidth
      radius={0}
      aria-label={t("knowledge.views")}
      value={view}
      onChange={(next) => onChange(next as View)}
      data={views.map((value) => ({ value, label: t(`knowledge.view.${value}`) }))}
    />
  );
}
