import { TagsInput } from "@mantine/core";
import { useWords } from "../../../words/useWords";
import { addressIn } from "../../letter/addresses";
import classes from "./LetterFields.module.css";
import { asAddresses } from "./letterToSend";

interface Props {
  label: string;
  value: string[];
  /** Those who are known here. */
  known: string[];
  onChange: (addresses: string[]) => void;
}

/** Addresses as chips: typed, pasted or chosen; a comma, a semicolon or Enter ends one. */
export function AddressesField({ label, value, known, onChange }: Props) {
  const { t } = useWords();
  const wrong = value.filter((address) => addressIn(address) === undefined);
  return (
    <TagsInput
      size="xs"
      label={label}
      classNames={{ root: classes.row, label: classes.label, wrapper: classes.input, error: classes.error }}
      value={value}
      data={known.filter((address) => !value.includes(address))}
      splitChars={[",", ";", "\n"]}
      acceptValueOnBlur
      onChange={(typed) => onChange(asAddresses(typed))}
      error={wrong.length > 0 && t("letter.wrongAddress", { address: wrong.join(", ") })}
    />
  );
}
