import { Anchor, Group, Title } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Ago } from "../../parts/Ago";
import { Loaded } from "../../parts/Loaded";
import { useWords } from "../../words/useWords";
import classes from "../KnowledgeRoom.module.css";
import { ImportItems } from "./ImportItems";
import { ImportSteps } from "./ImportSteps";
import { importQuery } from "./importQueries";
import { StateBadge } from "./StateBadge";

/** The plan of an import, then how far it is, then what became of it. */
export function ImportPage({ id }: { id: string }) {
  const { t } = useWords();
  const found = useQuery(importQuery(id));
  return (
    <div className={classes.scrolled}>
      <Anchor component={Link} to="/knowledge/imports" size="sm">
        <Group gap={4} component="span">
          <IconArrowLeft size={14} aria-hidden /> {t("knowledge.page.imports")}
        </Group>
      </Anchor>
      <Loaded query={found}>
        {(one) => (
          <>
            <Group gap="sm" mt="xs" mb="md">
              <Title order={1} style={{ overflowWrap: "anywhere" }}>
                {one.name}
              </Title>
              <StateBadge state={one.state} />
              <Ago at={one.changedAt} />
            </Group>
            <ImportSteps import={one} />
            <ImportItems import={one} />
          </>
        )}
      </Loaded>
    </div>
  );
}
