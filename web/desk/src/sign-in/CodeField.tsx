import { TextInput } from "@mantine/core";
import { useWords } from "../words/useWords";

interface Props {
  value?: string;
  onChange?: (value: string) => void;
}

/** Six digits from the authenticator, or a recovery code. */
export function CodeField(props: Props) {
  const { t } = useWords();
  return (
    <TextInput
      label={t("field.code")}
      description={t("field.code.help")}
      autoComplete="one-time-code"
      maxLength={20}
      autoFocus
      required
      {...props}
      onChange={(event) => props.onChange?.(event.currentTarget.value)}
    />
  );
}
