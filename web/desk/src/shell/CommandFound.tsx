import { Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { Spotlight } from "@mantine/spotlight";
import { IconUser } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { ChannelMark } from "../parts/ChannelMark";
import { customerName } from "../parts/customerName";
import { conversationsQuery, customersQuery } from "../server/queries";
import { useWords } from "../words/useWords";

/** What the server finds for the words: people first, then what was said. */
export function CommandFound({ query }: { query: string }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [asked] = useDebouncedValue(query, 200);
  const customers = useInfiniteQuery(customersQuery(asked));
  const conversations = useInfiniteQuery(conversationsQuery({ list: "all", any: true, q: asked }));
  const people = customers.data?.pages[0]?.data.slice(0, 5) ?? [];
  const found = conversations.data?.pages[0]?.data.slice(0, 7) ?? [];
  const asking = customers.isPending || conversations.isPending;
  if (people.length + found.length === 0)
    return (
      <Text p="md" c="dimmed" role="status">
        {asking ? t("loading") : t("command.nothing", { query })}
      </Text>
    );

  return (
    <>
      {people.length > 0 && (
        <Spotlight.ActionsGroup label={t("room.customers")}>
          {people.map((person) => (
            <Spotlight.Action
              key={person.id}
              label={customerName(person, t)}
              description={person.name ? (person.address ?? undefined) : undefined}
              leftSection={<IconUser size={18} />}
              onClick={() => navigate(`/customers/${person.id}`)}
            />
          ))}
        </Spotlight.ActionsGroup>
      )}
      {found.length > 0 && (
        <Spotlight.ActionsGroup label={t("room.conversations")}>
          {found.map((conversation) => (
            <Spotlight.Action
              key={conversation.id}
              label={customerName(conversation.customer, t)}
              description={conversation.lastMessage?.text}
              leftSection={<ChannelMark channel={conversation.channel} />}
              onClick={() => navigate(`/conversations/${conversation.id}?list=all`)}
            />
          ))}
        </Spotlight.ActionsGroup>
      )}
    </>
  );
}
