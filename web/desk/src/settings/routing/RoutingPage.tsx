import { useQuery } from "@tanstack/react-query";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { Section } from "../../parts/Section";
import { routingQuery } from "../../server/queries";
import { useWords } from "../../words/useWords";
import { RoutingForm } from "./RoutingForm";

export function RoutingPage() {
  const { t } = useWords();
  return (
    <>
      <PageHead title={t("settings.routing")}>{t("routing.intro")}</PageHead>
      <Section title={t("routing.offers")}>
        <Loaded query={useQuery(routingQuery)}>{(routing) => <RoutingForm routing={routing} />}</Loaded>
      </Section>
    </>
  );
}
