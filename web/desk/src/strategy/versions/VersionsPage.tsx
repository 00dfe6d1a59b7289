import { Badge, Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { Ago } from "../../parts/Ago";
import { EmptyPage } from "../../parts/EmptyPage";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { useWords } from "../../words/useWords";
import { useStrategy } from "../draft/StrategyContext";
import classes from "../StrategyRoom.module.css";
import { versionsQuery } from "../strategyQueries";
import { changedInWords } from "./changedInWords";
import { VersionDialog } from "./VersionDialog";

/** What was live, who made it so, and why. */
export function VersionsPage() {
  const { t, language } = useWords();
  const { site, strategy } = useStrategy();
  const versions = useQuery(versionsQuery(site.id));
  const [params, setParams] = useSearchParams();
  const open = params.get("version");
  const choose = (number: number | null) =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      if (number === null) next.delete("version");
      else next.set("version", String(number));
      return next;
    });
  return (
    <div className={classes.scrolled}>
      <PageHead title={t("strategy.tab.versions")}>{t("strategy.versions.intro")}</PageHead>
      <Loaded query={versions}>
        {(all) =>
          all.length === 0 ? (
            <EmptyPage icon={<IconHistory size={32} />} title={t("strategy.versions.empty.title")}>
              {t("strategy.versions.empty")}
            </EmptyPage>
          ) : (
            <Stack component="ul" gap="sm" p={0} m={0} maw={860} style={{ listStyle: "none" }}>
              {all.map((version) => (
                <Paper key={version.number} component="li" withBorder p="md">
                  <Group justify="space-between" align="flex-start" wrap="nowrap">
                    <div>
                      <Group gap="sm">
                        <Title order={2} size="h3">
                          {t("strategy.version", { number: version.number })}
                        </Title>
                        {version.number === strategy.live.number && (
                          <Badge>{t("strategy.version.live")}</Badge>
                        )}
                      </Group>
                      <Text size="xs" c="dimmed" component="div">
                        {version.publishedBy} {version.publishedAt && <Ago at={version.publishedAt} />}
                      </Text>
                      {version.note && <Text>{t("strategy.quoted", { text: version.note })}</Text>}
                      <Text c="dimmed">{changedInWords(version, t, language)}</Text>
                    </div>
                    <Button
                      variant="default"
                      size="compact-sm"
                      style={{ flex: "none" }}
                      aria-label={t("strategy.version.open.named", { number: version.number })}
                      onClick={() => choose(version.number)}
                    >
                      {t("strategy.version.open")}
                    </Button>
                  </Group>
                </Paper>
              ))}
            </Stack>
          )
        }
      </Loaded>
      {open !== null && <VersionDialog key={open} number={Number(open)} onClose={() => choose(null)} />}
    </div>
  );
}
