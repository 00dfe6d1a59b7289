import type { Customer } from "@kanal/api";
import { Group, NativeSelect, TextInput } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { useCustomer } from "./useCustomer";

/** The group a person belongs to, and how much their conversations weigh against others. */
export function PersonStanding({ customer }: { customer: Customer }) {
  const { t } = useWords();
  const { change } = useCustomer(customer);
  return (
    <Group gap="sm" wrap="nowrap" align="flex-end">
      <TextInput
        flex={1}
        label={t("person.group")}
        placeholder={t("person.group.placeholder")}
        maxLength={40}
        defaultValue={customer.group ?? ""}
        onBlur={(event) => {
          const group = event.currentTarget.value.trim();
          if (group !== (customer.group ?? "")) change.mutate({ group });
        }}
      />
      <NativeSelect
        w={120}
        label={t("person.value")}
        value={String(customer.value ?? 0)}
        data={[
          { value: "0", label: t("person.value.usual") },
          ...Array.from({ length: 10 }, (_, at) => String(at + 1)),
        ]}
        onChange={(event) => change.mutate({ value: Number(event.currentTarget.value) })}
      />
    </Group>
  );
}
