import { Badge, Group, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "react-router";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { sitesQuery } from "../../server/queries";
import { useWords } from "../../words/useWords";
import { CloseNow } from "./CloseNow";
import { HoursForm } from "./HoursForm";

export function HoursPage() {
  const { t } = useWords();
  const { item } = useParams();
  const navigate = useNavigate();
  const sites = useQuery(sitesQuery);
  return (
    <>
      <PageHead title={t("settings.hours")}>{t("hours.intro")}</PageHead>
      <Loaded query={sites}>
        {(all) => {
          const site = all.find((each) => each.id === item) ?? all[0];
          if (!site) return null;
          return (
            <>
              <Group mb="lg" align="flex-end">
                <Select
                  label={t("field.site")}
                  value={site.id}
                  allowDeselect={false}
                  data={all.map((each) => ({ value: each.id, label: each.name }))}
                  onChange={(id) => navigate(`/settings/hours/${id}`)}
                />
                <Badge size="lg" color={site.hoursStatus.open ? "green" : "gray"} mb={6}>
                  {t(site.hoursStatus.open ? "hours.openNow" : "hours.closedNow")}
                </Badge>
              </Group>
              <CloseNow key={`now-${site.id}`} site={site} />
              <HoursForm key={site.id} site={site} />
            </>
          );
        }}
      </Loaded>
    </>
  );
}
