import type { Topic } from "@kanal/api";
import { ActionIcon, Group, TextInput } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { DeleteButton } from "../../parts/DeleteButton";
import { api, ask } from "../../server/api";
import { useWords } from "../../words/useWords";
import { useSave } from "../useSave";
import { TopicRouting } from "./TopicRouting";

const put = ({ id, name, position }: Topic) =>
  ask(api.PUT("/api/v1/topics/{id}", { params: { path: { id } }, body: { name, position } }));

export function TopicRow({ topic, before, after }: { topic: Topic; before?: Topic; after?: Topic }) {
  const { t } = useWords();
  const quietly = { refresh: ["topics"], quiet: true };
  const rename = useSave((name: string) => put({ ...topic, name }), quietly);
  const swap = useSave(async (other: Topic) => {
    await put({ ...topic, position: other.position });
    await put({ ...other, position: topic.position });
  }, quietly);
  const remove = useSave(
    () => ask(api.DELETE("/api/v1/topics/{id}", { params: { path: { id: topic.id } } })),
    quietly,
  );

  return (
    <Group gap="xs" wrap="nowrap" mb="xs">
      <TextInput
        flex={1}
        aria-label={t("topics.name")}
        defaultValue={topic.name}
        onBlur={(event) => {
          const name = event.currentTarget.value.trim();
          if (name && name !== topic.name) rename.mutate(name);
        }}
        onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
      />
      <TopicRouting topic={topic} />
      <ActionIcon
        disabled={!before || swap.isPending}
        aria-label={t("topics.up", { name: topic.name })}
        onClick={() => before && swap.mutate(before)}
      >
        <IconArrowUp size={16} />
      </ActionIcon>
      <ActionIcon
        disabled={!after || swap.isPending}
        aria-label={t("topics.down", { name: topic.name })}
        onClick={() => after && swap.mutate(after)}
      >
        <IconArrowDown size={16} />
      </ActionIcon>
      <DeleteButton
        name={topic.name}
        loses={t("topics.delete", { name: topic.name })}
        onDelete={() => remove.mutate(undefined)}
      />
    </Group>
  );
}
