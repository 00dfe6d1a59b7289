import type { Site } from "@kanal/api";
import { Button, FileButton, Group, Input } from "@mantine/core";
import { api, ask } from "../../server/api";
import { useWords } from "../../words/useWords";
import { useSave } from "../useSave";
import classes from "./SiteLogo.module.css";

const kinds = "image/png,image/jpeg,image/webp,image/gif";

/** The help centre's logo. It is changed at once, beside the rest of the form. */
export function SiteLogo({ site, onChanged }: { site: Site; onChanged: (site: Site) => void }) {
  const { t } = useWords();
  const params = { path: { id: site.id } };
  const options = { refresh: ["sites"], onDone: onChanged };
  const change = useSave(
    (file: File | null) =>
      file
        ? ask(
            api.PUT("/api/v1/sites/{id}/logo", {
              params,
              body: { file: "" },
              bodySerializer: () => formOf(file),
            }),
          )
        : ask(api.DELETE("/api/v1/sites/{id}/logo", { params })),
    options,
  );
  const { logo } = site.look;
  return (
    <Input.Wrapper label={t("sites.logo")} description={t("sites.logo.help")}>
      <Group mt="xs">
        {logo && <img className={classes.logo} src={logo} alt={t("sites.logo")} />}
        <FileButton accept={kinds} onChange={(file) => file && change.mutate(file)}>
          {(props) => (
            <Button variant="default" loading={change.isPending} {...props}>
              {t(logo ? "sites.logo.other" : "sites.logo.choose")}
            </Button>
          )}
        </FileButton>
        {logo && (
          <Button variant="subtle" disabled={change.isPending} onClick={() => change.mutate(null)}>
            {t("sites.logo.remove")}
          </Button>
        )}
      </Group>
    </Input.Wrapper>
  );
}

function formOf(file: File) {
  const form = new FormData();
  form.append("file", file);
  return form;
}
