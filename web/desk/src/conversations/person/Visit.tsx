import type { Conversation } from "@kanal/api";
import { Stack, Text, Title } from "@mantine/core";
import { Ago } from "../../parts/Ago";
import { useWords } from "../../words/useWords";
import { Fact } from "./Fact";
import { basketInWords } from "./facts";
import classes from "./Person.module.css";

const shownSteps = 8;

/** Where the visitor is, or was last, and how they came there, the latest first. */
export function Visit({ conversation }: { conversation: Conversation }) {
  const { t, language } = useWords();
  const { facts, journey } = conversation;
  const steps = journey.slice(0, shownSteps);
  const known = facts.page || facts.step || facts.basket || steps.length > 0;

  return (
    <Stack gap="sm">
      <Title order={3} size="h3">
        {t("visit.title")}
      </Title>
      {!known && <Text c="dimmed">{t("visit.empty")}</Text>}
      <Stack component="dl" gap="sm" m={0}>
        {facts.page && (
          <Fact name={t(conversation.visitorOnline ? "visit.page" : "visit.lastPage")}>
            {facts.title || facts.page}
          </Fact>
        )}
        {facts.step && <Fact name={t("visit.step")}>{facts.step}</Fact>}
        {facts.basket && <Fact name={t("visit.basket")}>{basketInWords(facts.basket, language)}</Fact>}
        {facts.referrer && <Fact name={t("visit.referrer")}>{facts.referrer}</Fact>}
        {facts.device && <Fact name={t("visit.device")}>{facts.device}</Fact>}
      </Stack>
      {steps.length > 0 && (
        <ul className={classes.journey} aria-label={t("visit.journey")}>
          {steps.map((step) => (
            <li key={step.at + step.page}>
              {step.title || step.page} <Ago at={step.at} />
            </li>
          ))}
        </ul>
      )}
      {conversation.rating && (
        <Stack component="dl" m={0}>
          <Fact name={t("person.rating")}>
            {conversation.rating}/5 {conversation.ratingComment}
          </Fact>
        </Stack>
      )}
    </Stack>
  );
}
