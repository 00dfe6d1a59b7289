import { ActionIcon, CloseButton, Group, SegmentedControl, Stack, Switch, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import type { ListName } from "../../server/queries";
import { useWords } from "../../words/useWords";
import { usePlace } from "../usePlace";
import { useMineCount, useWaitingCount } from "./useCounts";

export function ListTabs() {
  const { t } = useWords();
  const { filter, setFilter } = usePlace();
  const mine = useMineCount();
  const waiting = useWaitingCount();
  const [searching, setSearching] = useState(filter.q !== "");
  const search = useDebouncedCallback((q: string) => setFilter({ list: "all", q }), 250);
  const counted = (name: ListName, count: string) => ({
    value: name,
    label: count ? `${t(`list.${name}`)} ${count}` : t(`list.${name}`),
  });

  /** What was typed goes with the list that it was sought in. */
  function show(list: ListName) {
    search.cancel();
    setSearching(false);
    setFilter({ list, q: "" });
  }

  return (
    <Stack gap="sm" p="sm" style={{ borderBottom: "1px solid var(--line)" }}>
      <Group gap="xs" wrap="nowrap">
        <SegmentedControl
          flex={1}
          aria-label={t("list.label")}
          styles={{ label: { paddingInline: "var(--space-1)" } }}
          value={filter.list}
          onChange={(list) => show(list as ListName)}
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
          onKeyDown={(event) => event.key === "Escape" && show(filter.list)}
          rightSection={<CloseButton aria-label={t("close")} onClick={() => show(filter.list)} />}
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
