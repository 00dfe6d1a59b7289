import type { Customer } from "@kanal/api";
import { Avatar, Group, Stack, Text, TextInput, Title, UnstyledButton } from "@mantine/core";
import { IconPencil, IconPointFilled } from "@tabler/icons-react";
import { useState } from "react";
import { customerName } from "../../parts/customerName";
import { useWords } from "../../words/useWords";
import classes from "./Person.module.css";
import { useCustomer } from "./useCustomer";

export function PersonName({ customer, online }: { customer: Customer; online?: boolean }) {
  const { t } = useWords();
  const [editing, setEditing] = useState(false);
  const { change } = useCustomer(customer);
  const shown = customerName({ ...customer, address: customer.addresses.find(isReadable)?.value ?? null }, t);

  function save(name: string) {
    setEditing(false);
    if (name.trim() !== (customer.name ?? "")) change.mutate({ name: name.trim() });
  }

  return (
    <Group wrap="nowrap">
      <Avatar name={customer.name ?? undefined} color="kanal" size={44} />
      <Stack gap={0} miw={0} flex={1}>
        {editing ? (
          <TextInput
            defaultValue={customer.name ?? ""}
            autoFocus
            aria-label={t("person.name")}
            placeholder={t("person.name")}
            onBlur={(event) => save(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter") save(event.currentTarget.value);
              if (event.key === "Escape") setEditing(false);
            }}
          />
        ) : (
          <UnstyledButton
            className={classes.name}
            onClick={() => setEditing(true)}
            title={t("person.name.edit")}
          >
            <Title order={2} size="h3" lineClamp={2}>
              {shown}
            </Title>
            <IconPencil size={14} aria-label={t("person.name.edit")} role="img" />
          </UnstyledButton>
        )}
        {online !== undefined && (
          <Group gap={2}>
            <IconPointFilled size={14} color={online ? "var(--good)" : "var(--line-strong)"} aria-hidden />
            <Text size="xs" c="dimmed">
              {t(online ? "visitor.online" : "visitor.offline")}
            </Text>
          </Group>
        )}
      </Stack>
    </Group>
  );
}

const isReadable = (address: Customer["addresses"][number]) =>
  address.kind === "email" || address.kind === "phone";
