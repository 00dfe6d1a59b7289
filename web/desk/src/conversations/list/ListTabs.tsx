import { ActionIcon, CloseButton, Group, SegmentedControl, Stack, Switch, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import type { ListName } from "../../server/queries";
import { useWords } from "../../words/useWords";
import { usePlace } from "../usePlace";
import { useCount } from "./useCount";

export function ListTabs() {
  const { t } = useWords();
  const { filter, setFilter } = usePlace();
  const mine = useCount("mine");
  const waiting = useCount("queue");
  const [searching, setSearching] = useState(filter.q !== "");
  const search = useDebouncedCallback((q: string) => setFilter({ list: "all", q }), 250);
  const counted = (name: ListName, count: string) => ({
    value: name,
    label: count ? `${t(`list.${name}`)} ${count}` : t(`list.${name}`),
  });

  function stopSearching() {
    setSearching(false);
    setFilter({ q: "" });
  }

  return (
    <Stack gap="sm" p="sm" style={{ borderBottom: "1px solid var(--line)" }}>
      <Group gap="xs" wrap="nowrap">
        <SegmentedControl
          flex={1}
          aria-label={t("list.label")}
          value={filter.list}
          onChange={(list) => setFilter({ list: list as ListName, q: "" })}
          data={[counted("mine", mine), counted("queue", waiting), counted("all", "")]}
        />
        <ActionIcon
          aria-label={t("list.search")}
          onClick={() => setSearching(true)}
          aria-expanded={searching}
        >
          <IconSearch size={18} />
        </ActionIcon>
      </Group>
      {searching && (
        <TextInput
          defaultValue={filter.q}
          autoFocus
          aria-label={t("list.search")}
          placeholder={t("list.search")}
          onChange={(event) => search(event.currentTarget.value.trim())}
          onKeyDown={(event) => event.key === "Escape" && stopSearching()}
          rightSection={<CloseButton aria-label={t("close")} onClick={stopSearching} />}
        />
      )}
      {filter.list === "all" && (
        <Group gap="lg">
          <Switch
            size="xs"
            label={t("list.closed")}
            checked={filter.closed}
            onChange={(event) => setFilter({ closed: event.currentTarget.checked })}
          />
          <Switch
            size="xs"
            label={t("list.calls")}
            checked={filter.calls}
            onChange={(event) => setFilter({ calls: event.currentTarget.checked })}
          />
        </Group>
      )}
    </Stack>
  );
}
