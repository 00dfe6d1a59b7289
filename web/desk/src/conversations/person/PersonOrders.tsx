import type { Customer } from "@kanal/api";
import { Stack, Text, Title } from "@mantine/core";
import { Ago } from "../../parts/Ago";
import { useWords } from "../../words/useWords";
import { orderInWords } from "./orderInWords";

/** What this person has ordered, as far as we were told; nothing at all where there is nothing. */
export function PersonOrders({ customer }: { customer: Customer }) {
  const { t, language } = useWords();
  if (customer.orders.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={3} size="h3">
        {t("orders.title")}
      </Title>
      {customer.orders.map((order) => (
        <div key={order.number}>
          <Text>{orderInWords(order, t, language)}</Text>
          <Text size="sm" c="dimmed">
            <Ago at={order.at} />
          </Text>
        </div>
      ))}
    </Stack>
  );
}
