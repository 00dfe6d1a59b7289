import { Button, Text } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { askedBackQuery } from "../server/queries";
import { useWords } from "../words/useWords";
import classes from "./Banner.module.css";
import { usePresence } from "./usePresence";

/** A supervisor asks for help; saying no is as easy as saying yes. */
export function AskedBackBanner() {
  const { t } = useWords();
  const cache = useQueryClient();
  const asked = useQuery(askedBackQuery).data;
  const { presence, setPresence, changing } = usePresence();
  if (!asked || presence === "available") return <div role="status" />;
  return (
    <div className={classes.calm} role="status">
      <IconBell size={18} aria-hidden />
      <Text span flex={1}>
        {t("askedBack.banner", { name: asked.by.name ?? t("event.someone") })}
      </Text>
      <Button size="compact-sm" loading={changing} onClick={() => setPresence("available")}>
        {t("away.comeBack")}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => cache.setQueryData(askedBackQuery.queryKey, null)}
      >
        {t("askedBack.notNow")}
      </Button>
    </div>
  );
}
