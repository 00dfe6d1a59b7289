import type { Customer } from "@kanal/api";
import { Textarea } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { useCustomer } from "./useCustomer";

export function PersonNotes({ customer }: { customer: Customer }) {
  const { t } = useWords();
  const { change } = useCustomer(customer);
  return (
    <Textarea
      label={t("person.notes")}
      placeholder={t("person.notes.placeholder")}
      defaultValue={customer.notes}
      autosize
      minRows={2}
      maxRows={10}
      onBlur={(event) => {
        const notes = event.currentTarget.value;
        if (notes !== (customer.notes ?? "")) change.mutate({ notes });
      }}
    />
  );
}
