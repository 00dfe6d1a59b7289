import type { Customer } from "@kanal/api";
import { ActionIcon, Stack, TextInput, Tooltip } from "@mantine/core";
import { IconPlus, IconRosetteDiscountCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useNow } from "../../words/useNow";
import { useWords } from "../../words/useWords";
import { Fact } from "./Fact";
import { languageName, localTime } from "./facts";
import { useCustomer } from "./useCustomer";

export function PersonAddresses({ customer, timeZone }: { customer: Customer; timeZone?: string | null }) {
  const { t, language } = useWords();
  const now = useNow();
  const { addAddress } = useCustomer(customer);
  const [typed, setTyped] = useState("");
  const readable = customer.addresses.filter((address) => address.kind !== "browser");
  const time = localTime(timeZone, now, language);

  function add() {
    const value = typed.trim();
    if (!value) return;
    const kind = value.includes("@") ? "email" : "phone";
    addAddress.mutate({ kind, value }, { onSuccess: () => setTyped("") });
  }

  return (
    <Stack gap="sm">
      <Stack component="dl" gap="sm" m={0}>
        {readable.map((address) => (
          <Fact key={address.kind + address.value} name={t(`address.${address.kind}`)}>
            {address.value}{" "}
            {address.verified && (
              <Tooltip label={t("address.verified")}>
                <IconRosetteDiscountCheck
                  size={16}
                  color="var(--good)"
                  role="img"
                  aria-label={t("address.verified")}
                />
              </Tooltip>
            )}
          </Fact>
        ))}
        {customer.language && (
          <Fact name={t("person.language")}>{languageName(customer.language, language)}</Fact>
        )}
        {time && <Fact name={t("person.localTime")}>{time}</Fact>}
      </Stack>
      <TextInput
        size="xs"
        value={typed}
        aria-label={t("address.add")}
        placeholder={t("address.add")}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Enter" && add()}
        rightSection={
          typed && (
            <ActionIcon size={24} aria-label={t("address.add")} loading={addAddress.isPending} onClick={add}>
              <IconPlus size={14} />
            </ActionIcon>
          )
        }
      />
    </Stack>
  );
}
