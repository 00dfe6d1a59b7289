import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "react-router";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { queuesQuery, routingQuery } from "../../server/queries";
import { useWords } from "../../words/useWords";
import { AddButton } from "../AddButton";
import { QueueDrawer } from "./QueueDrawer";
import { QueueList } from "./QueueList";
import { WaysIn } from "./WaysIn";

export function QueuesPage() {
  const { t } = useWords();
  const { item } = useParams();
  const navigate = useNavigate();
  const queues = useQuery(queuesQuery);
  const routing = useQuery(routingQuery);
  const edit = (id: string) => navigate(`/settings/queues/${id}`);
  return (
    <>
      <PageHead
        title={t("settings.queues")}
        action={<AddButton onClick={() => edit("new")}>{t("queues.add")}</AddButton>}
      >
        {t("queues.intro")}
      </PageHead>
      <Loaded query={queues}>
        {(all) => (
          <Loaded query={routing}>
            {(choices) => (
              <>
                <QueueList queues={all} routing={choices} onEdit={edit} />
                <WaysIn queues={all} />
                {item && (
                  <QueueDrawer
                    key={item}
                    item={item}
                    queues={all}
                    onClose={() => navigate("/settings/queues")}
                  />
                )}
              </>
            )}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}
