import { useWidget } from "../context";

export function TypingLine() {
  const { t, state } = useWidget();
  return (
    <p class="typing">
      <span class="dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {t("typing", { name: state.talk.agent ?? t("agent") })}
    </p>
  );
}
