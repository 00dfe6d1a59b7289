import { Button } from "@mantine/core";
import { IconCalendarStats } from "@tabler/icons-react";
import { Link } from "react-router";
import { EmptyPage } from "../parts/EmptyPage";
import { settingsFor } from "../shell/rooms";
import { useMe } from "../shell/useSession";
import { useWords } from "../words/useWords";

/** A site that nobody can come to yet has nothing to plan. */
export function NoLines() {
  const { t } = useWords();
  const { role } = useMe();
  return (
    <EmptyPage
      icon={<IconCalendarStats size={32} />}
      title={t("planning.noLines.title")}
      action={
        settingsFor(role).includes("routing") && (
          <Button component={Link} to="/settings/routing">
            {t("planning.noLines.action")}
          </Button>
        )
      }
    >
      {t("planning.noLines")}
    </EmptyPage>
  );
}
