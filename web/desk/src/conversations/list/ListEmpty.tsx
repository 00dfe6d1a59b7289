import { Button } from "@mantine/core";
import { IconCoffee, IconInbox, IconPhone, IconSearch } from "@tabler/icons-react";
import { EmptyPage } from "../../parts/EmptyPage";
import { usePresence } from "../../shell/usePresence";
import { useWords } from "../../words/useWords";
import { usePlace } from "../usePlace";

export function ListEmpty() {
  const { t } = useWords();
  const { filter, setFilter } = usePlace();
  const { presence, setPresence, changing } = usePresence();

  if (filter.q)
    return (
      <EmptyPage icon={<IconSearch size={32} />} title={t("list.empty.search.title", { query: filter.q })}>
        {t("list.empty.search")}
      </EmptyPage>
    );
  if (filter.list === "mine" && presence !== "available")
    return (
      <EmptyPage
        icon={<IconCoffee size={32} />}
        title={t("list.empty.away.title")}
        action={
          <Button loading={changing} onClick={() => setPresence("available")}>
            {t("away.comeBack")}
          </Button>
        }
      >
        {t("list.empty.away")}
      </EmptyPage>
    );
  if (filter.list === "mine")
    return (
      <EmptyPage
        icon={<IconInbox size={32} />}
        title={t("list.empty.mine.title")}
        action={
          <Button variant="light" onClick={() => setFilter({ list: "queue" })}>
            {t("list.empty.mine.action")}
          </Button>
        }
      >
        {t("list.empty.mine")}
      </EmptyPage>
    );
  if (filter.calls)
    return (
      <EmptyPage icon={<IconPhone size={32} />} title={t("list.empty.calls.title")}>
        {t("list.empty.calls")}
      </EmptyPage>
    );
  return (
    <EmptyPage
      icon={<IconInbox size={32} />}
      title={t(filter.list === "queue" ? "list.empty.queue.title" : "list.empty.all.title")}
    >
      {t(filter.list === "queue" ? "list.empty.queue" : "list.empty.all")}
    </EmptyPage>
  );
}
