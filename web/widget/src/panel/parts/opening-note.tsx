import { useWidget } from "../context";
import { Icon } from "./icon";

export function OpeningNote() {
  const { opens } = useWidget();
  if (!opens) return null;
  return (
    <p class="note">
      <Icon name="clock" />
      {opens}
    </p>
  );
}
