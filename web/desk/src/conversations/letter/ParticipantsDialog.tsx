import type { Conversation, Participant } from "@kanal/api";
import { ActionIcon, Badge, Group, List, Modal, Text } from "@mantine/core";
import { IconUserMinus } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Loaded } from "../../parts/Loaded";
import { showProblem } from "../../parts/showProblem";
import { api, ask } from "../../server/api";
import { useWords } from "../../words/useWords";
import { participantsQuery } from "./letterQueries";

interface Props {
  conversation: Conversation;
  onClose: () => void;
}

/** Whose letters come into this conversation, and who may be taken out of it. */
export function ParticipantsDialog({ conversation: { id }, onClose }: Props) {
  const { t } = useWords();
  const cache = useQueryClient();
  const participants = useQuery(participantsQuery(id));
  const remove = useMutation({
    mutationFn: ({ address }: Participant) =>
      ask(
        api.DELETE("/api/v1/conversations/{id}/participants/{address}", {
          params: { path: { id, address } },
        }),
      ),
    onSuccess: () => {
      for (const key of ["participants", "reply"]) void cache.invalidateQueries({ queryKey: [key, id] });
    },
    onError: showProblem(t),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("participants.title")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <Text c="dimmed" mb="md">
        {t("participants.means")}
      </Text>
      <Loaded query={participants}>
        {(all) =>
          all.length === 0 ? (
            <Text c="dimmed">{t("participants.empty")}</Text>
          ) : (
            <List listStyleType="none" spacing="sm">
              {all.map((each) => (
                <List.Item
                  key={each.address}
                  styles={{ itemWrapper: { width: "100%" }, itemLabel: { width: "100%" } }}
                >
                  <Group justify="space-between" wrap="nowrap" gap="sm">
                    <div style={{ minWidth: 0 }}>
                      {each.name && <Text truncate>{each.name}</Text>}
                      <Text size={each.name ? "xs" : undefined} c={each.name ? "dimmed" : undefined} truncate>
                        {each.address}
                      </Text>
                    </div>
                    <Group gap="xs" wrap="nowrap">
                      <Badge color="gray">{t(`participants.${each.role}`)}</Badge>
                      {each.role !== "customer" && (
                        <ActionIcon
                          aria-label={t("participants.remove", { address: each.address })}
                          loading={remove.isPending && remove.variables.address === each.address}
                          onClick={() => remove.mutate(each)}
                        >
                          <IconUserMinus size={18} />
                        </ActionIcon>
                      )}
                    </Group>
                  </Group>
                </List.Item>
              ))}
            </List>
          )
        }
      </Loaded>
    </Modal>
  );
}
