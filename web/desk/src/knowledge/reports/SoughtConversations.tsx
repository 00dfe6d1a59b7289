import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ConversationLink } from "../../parts/ConversationLink";
import { Loaded } from "../../parts/Loaded";
import { useWords } from "../../words/useWords";
import { afterSearchQuery } from "../knowledgeQueries";

/** The conversations that came of a search in vain. */
export function SoughtConversations({ words, site }: { words: string; site: string }) {
  const { t } = useWords();
  const found = useQuery(afterSearchQuery(site, words));
  return (
    <Loaded query={found}>
      {(conversations) => (
        <Stack gap="xs">
          <Text size="xs" c="dimmed">
            {t(conversations.length === 0 ? "sought.next.none" : "sought.next.means")}
          </Text>
          {conversations.map((conversation) => (
            <ConversationLink key={conversation.id} conversation={conversation} />
          ))}
        </Stack>
      )}
    </Loaded>
  );
}
