import { Button, Group, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { CopyField } from "../../parts/CopyField";
import { DeleteButton } from "../../parts/DeleteButton";
import { Loaded } from "../../parts/Loaded";
import { showProblem } from "../../parts/showProblem";
import { api, ask } from "../../server/api";
import { exactly } from "../../words/relative";
import { useWords } from "../../words/useWords";
import { useStrategy } from "../draft/StrategyContext";
import { Card } from "../parts/Card";
import { identityQuery } from "../strategyQueries";

/** Whether the site's server can say who somebody is, and the secret it signs with. */
export function Identity() {
  const { t, language } = useWords();
  const { site } = useStrategy();
  const cache = useQueryClient();
  const setting = useQuery(identityQuery(site.id));
  const params = { path: { site: site.id } };
  const settle = {
    onSuccess: () => cache.invalidateQueries({ queryKey: ["sites", "identity"] }),
    onError: showProblem(t),
  };
  const make = useMutation({
    mutationFn: () => ask(api.POST("/api/v1/sites/{site}/identity", { params, body: { endEarlier: false } })),
    ...settle,
  });
  const remove = useMutation({
    mutationFn: () => ask(api.DELETE("/api/v1/sites/{site}/identity", { params })),
    ...settle,
  });
  return (
    <Card title={t("strategy.identity")}>
      <Text c="dimmed">{t("strategy.identity.help")}</Text>
      <Loaded query={setting}>
        {({ on, madeAt, earlierUntil }) => (
          <>
            {madeAt && <Text>{t("strategy.identity.since", { time: exactly(madeAt, language) })}</Text>}
            {earlierUntil && (
              <Text>{t("strategy.identity.earlier", { time: exactly(earlierUntil, language) })}</Text>
            )}
            {make.data && (
              <>
                <Text fw={600}>{t("strategy.identity.once")}</Text>
                <CopyField text={make.data.secret} />
              </>
            )}
            <Group gap="sm">
              <Button variant="default" loading={make.isPending} onClick={() => make.mutate()}>
                {t(on ? "strategy.identity.another" : "strategy.identity.make")}
              </Button>
              {on && (
                <DeleteButton
                  name={t("strategy.identity")}
                  loses={t("strategy.identity.loses")}
                  onDelete={() => remove.mutate()}
                />
              )}
            </Group>
          </>
        )}
      </Loaded>
    </Card>
  );
}
