import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { problemText } from "../../parts/problemText";
import { type IsoDate, spanText } from "../../planning/dates";
import { useWords } from "../../words/useWords";
import { useStrategy } from "../draft/StrategyContext";
import { WarnAlert } from "../parts/WarnAlert";
import { channelName } from "../sentences/channels";
import { numberFormat } from "../sentences/formats";
import { listed } from "../sentences/speech";
import { few } from "./recorded";
import { recordedQuery } from "./recordedQuery";

/** What the chosen days have to offer, said before anybody waits for it. */
export function RecordedDays({ from, days }: { from: IsoDate; days: number }) {
  const { t, language } = useWords();
  const { site } = useStrategy();
  const { data, error } = useQuery(recordedQuery(site.id, from, days));
  const number = (value: number) => numberFormat(language).format(value);
  if (!data)
    return (
      <Text size="sm" c="dimmed" role="status">
        {error ? t("strategy.run.recorded.unknown", { why: problemText(error, t) }) : t("loading")}
      </Text>
    );
  const span = spanText(from, days, language);
  const said = t("strategy.run.recorded", {
    days: span,
    count: data.contacts,
    number: number(data.contacts),
    channels: listed(
      data.channels.map(({ channel, contacts }) => `${channelName(channel, t)} ${number(contacts)}`),
      language,
    ),
  });
  return (
    <div role="status">
      {data.contacts < few && data.imported ? (
        <Text size="sm">{t("strategy.run.recorded.imported", { days: span })}</Text>
      ) : data.contacts === 0 ? (
        <WarnAlert title={t("strategy.run.recorded.none.title")}>
          {t("strategy.run.recorded.none", { days: span })}
        </WarnAlert>
      ) : data.contacts < few ? (
        <WarnAlert title={t("strategy.run.recorded.few.title")}>
          {said} {t("strategy.run.recorded.few")}
        </WarnAlert>
      ) : (
        <Text size="sm">{said}</Text>
      )}
      <Text size="xs" c="dimmed" mt="xs">
        {t("strategy.run.recorded.who")}
      </Text>
    </div>
  );
}
