import { useQuery } from "@tanstack/react-query";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { entryPointsQuery, routingQuery } from "../../server/queries";
import { useWords } from "../../words/useWords";
import { RoutingForm } from "./RoutingForm";

export function RoutingPage() {
  const { t } = useWords();
  const routing = useQuery(routingQuery);
  const points = useQuery(entryPointsQuery);
  return (
    <>
      <PageHead title={t("settings.routing")}>{t("routing.intro")}</PageHead>
      <Loaded query={points}>
        {(all) => (
          <Loaded query={routing}>
            {(choices) => (
              <RoutingForm
                key={choices.version}
                routing={choices}
                connected={all.map(({ channel }) => channel)}
              />
            )}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}
