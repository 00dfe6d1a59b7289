import { Group, List, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Ago } from "../../../parts/Ago";
import { DeleteButton } from "../../../parts/DeleteButton";
import { Loaded } from "../../../parts/Loaded";
import { Section } from "../../../parts/Section";
import { api, ask } from "../../../server/api";
import { useWords } from "../../../words/useWords";
import { useSave } from "../../useSave";
import { blockedSendersQuery } from "../mailboxQueries";
import { BlockSender } from "./BlockSender";

/** Whose letters never reach anybody. */
export function BlockedSenders() {
  const { t } = useWords();
  const blocked = useQuery(blockedSendersQuery);
  const unblock = useSave(
    (id: string) => ask(api.DELETE("/api/v1/blocked-senders/{id}", { params: { path: { id } } })),
    { refresh: ["blockedSenders"], quiet: true },
  );
  return (
    <Section title={t("blocked.title")} intro={t("blocked.intro")}>
      <Loaded query={blocked}>
        {(all) =>
          all.length === 0 ? (
            <Text c="dimmed">{t("blocked.empty")}</Text>
          ) : (
            <List listStyleType="none" spacing="xs">
              {all.map(({ id, sender, reason, at, by }) => (
                <List.Item key={id} styles={{ itemWrapper: { width: "100%" }, itemLabel: { width: "100%" } }}>
                  <Group justify="space-between" wrap="nowrap">
                    <div style={{ minWidth: 0 }}>
                      <Text style={{ overflowWrap: "anywhere" }}>{sender}</Text>
                      <Text size="xs" c="dimmed">
                        {[reason, by?.name].filter(Boolean).join(" · ")} <Ago at={at} />
                      </Text>
                    </div>
                    <DeleteButton
                      name={sender}
                      loses={t("blocked.delete", { sender })}
                      onDelete={() => unblock.mutate(id)}
                    />
                  </Group>
                </List.Item>
              ))}
            </List>
          )
        }
      </Loaded>
      <BlockSender />
    </Section>
  );
}
