import { Button, Select } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "react-router";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { sitesQuery } from "../../server/queries";
import { useWords } from "../../words/useWords";
import { SiteForm } from "./SiteForm";

export function SitesPage() {
  const { t } = useWords();
  const { item } = useParams();
  const navigate = useNavigate();
  const sites = useQuery(sitesQuery);
  return (
    <>
      <PageHead
        title={t("settings.sites")}
        action={
          <Button
            variant="default"
            leftSection={<IconPlus size={16} />}
            onClick={() => navigate("/settings/sites/new")}
          >
            {t("sites.add")}
          </Button>
        }
      >
        {t("sites.intro")}
      </PageHead>
      <Loaded query={sites}>
        {(all) => {
          const site = item === "new" ? undefined : (all.find((each) => each.id === item) ?? all[0]);
          return (
            <>
              {all.length > 1 && site && (
                <Select
                  mb="lg"
                  maw={320}
                  label={t("field.site")}
                  value={site.id}
                  allowDeselect={false}
                  data={all.map((each) => ({ value: each.id, label: each.name }))}
                  onChange={(id) => navigate(`/settings/sites/${id}`)}
                />
              )}
              <SiteForm key={site?.id ?? "new"} site={site} />
            </>
          );
        }}
      </Loaded>
    </>
  );
}
