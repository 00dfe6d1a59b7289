import { Paper, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { useWords } from "../../words/useWords";
import classes from "../KnowledgeRoom.module.css";
import { proposalsQuery, suggestionsQuery } from "../knowledgeQueries";
import { ScopeChoice } from "../reports/ScopeChoice";
import { useScope } from "../reports/useScope";
import { ProposalCard } from "./ProposalCard";
import { SuggestionCard } from "./SuggestionCard";

/** What conversations have left to write: drafts made of them, and questions that come back. */
export function ReviewPage() {
  const { t } = useWords();
  const scope = useScope();
  const proposals = useQuery(proposalsQuery(scope.site));
  const suggestions = useQuery(suggestionsQuery(scope.site, scope.language));
  return (
    <div className={classes.scrolled}>
      <PageHead title={t("knowledge.page.review")} action={<ScopeChoice {...scope} />}>
        {t("review.intro")}
      </PageHead>
      <Stack gap="lg" maw={960}>
        <Paper component="section" withBorder p="md" aria-labelledby="review-waiting">
          <Title order={2} id="review-waiting">
            {t("review.waiting")}
          </Title>
          <Loaded query={proposals}>
            {(waiting) =>
              waiting.length === 0 ? (
                <Text size="xs" c="dimmed">
                  {t("review.waiting.none")}
                </Text>
              ) : (
                <ul className={classes.cards}>
                  {waiting.map((proposal) => (
                    <ProposalCard key={proposal.id} proposal={proposal} />
                  ))}
                </ul>
              )
            }
          </Loaded>
        </Paper>
        <Paper component="section" withBorder p="md" aria-labelledby="review-suggested">
          <Title order={2} id="review-suggested">
            {t("review.suggested")}
          </Title>
          <Loaded query={suggestions}>
            {({ questions, suggestions: found }) => (
              <>
                <Text size="xs" c="dimmed">
                  {t(found.length === 0 ? "review.suggested.none" : "review.suggested.means", {
                    count: questions,
                  })}
                </Text>
                <ul className={classes.cards}>
                  {found.map((suggestion) => (
                    <SuggestionCard
                      key={suggestion.question}
                      suggestion={suggestion}
                      site={scope.site ?? ""}
                    />
                  ))}
                </ul>
              </>
            )}
          </Loaded>
        </Paper>
      </Stack>
    </div>
  );
}
