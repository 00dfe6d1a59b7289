import { Divider, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Failed } from "../../parts/Failed";
import { LoadingRows } from "../../parts/LoadingRows";
import { conversationQuery, customerQuery } from "../../server/queries";
import { WhyMenuButton } from "../../strategy/why/WhyMenuButton";
import { Earlier } from "./Earlier";
import { PersonAddresses } from "./PersonAddresses";
import { PersonName } from "./PersonName";
import { PersonNotes } from "./PersonNotes";
import { PersonOrders } from "./PersonOrders";
import { PersonStanding } from "./PersonStanding";
import { Visit } from "./Visit";

export function PersonPanel({ conversation: id }: { conversation: string }) {
  const conversation = useQuery(conversationQuery(id)).data;
  const customerId = conversation?.customer.id;
  const customer = useQuery({ ...customerQuery(customerId ?? ""), enabled: customerId !== undefined });

  if (!conversation || customer.isPending) return <LoadingRows rows={4} />;
  if (!customer.data) return <Failed error={customer.error} onRetry={() => customer.refetch()} />;
  return (
    <Stack key={customer.data.id} gap="lg" p="lg">
      <PersonName customer={customer.data} online={conversation.visitorOnline} />
      <PersonAddresses customer={customer.data} timeZone={conversation.facts.timeZone} />
      <PersonStanding customer={customer.data} />
      <Divider />
      <Visit conversation={conversation} />
      <WhyMenuButton conversation={conversation.id} />
      <PersonOrders customer={customer.data} />
      <Divider />
      <PersonNotes customer={customer.data} />
      <Divider />
      <Earlier conversations={customer.data.conversations.filter((each) => each.id !== conversation.id)} />
    </Stack>
  );
}
