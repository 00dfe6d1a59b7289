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
import { contactsOf, few } from "./recorded";
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
  const channels = contactsOf(data);
  const contacts = channels.reduce((sum, channel) => sum + channel.contacts, 0);
  const looked = data.visits - data.channels.reduce((sum, { asked }) => sum + asked, 0);
  const said = t("strategy.run.recorded", {
    days: span,
    count: contacts,
    number: number(contacts),
    channels: listed(
      channels.map(({ channel, contacts }) => `${channelName(channel, t)} ${number(contacts)}`),
      language,
    ),
  });
  return (
    <div role="status">
      {contacts === 0 ? (
        <WarnAlert title={t("strategy.run.recorded.none.title")}>
          {t("strategy.run.recorded.none", { days: span })}
        </WarnAlert>
      ) : data.visits === 0 ? (
        <WarnAlert title={t("strategy.run.recorded.straight.title")}>
          {said} {t("strategy.run.recorded.straight")}
        </WarnAlert>
      ) : contacts < few ? (
        <WarnAlert title={t("strategy.run.recorded.few.title")}>
          {said} {t("strategy.run.recorded.few")}
        </WarnAlert>
      ) : (
        <Text size="sm">{said}</Text>
      )}
      {looked > 0 && (
        <Text size="xs" c="dimmed" mt="xs">
          {t("strategy.run.recorded.who", { count: looked, number: number(looked) })}
        </Text>
      )}
    </div>
  );
}
