import { Modal, Select, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { sitesQuery } from "../server/queries";
import { CloseNow } from "../settings/hours/CloseNow";
import { useWords } from "../words/useWords";

/** Chat closed at once, with reason and end; visitors are shown the other ways. */
export function CloseChatDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const sites = useQuery(sitesQuery).data ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const site = sites.find((each) => each.id === chosen) ?? sites[0];
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t("closeNow.title")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <Stack>
        {sites.length > 1 && (
          <Select
            label={t("field.site")}
            data={sites.map(({ id, name }) => ({ value: id, label: name }))}
            value={site?.id ?? null}
            onChange={setChosen}
            allowDeselect={false}
          />
        )}
        {site && <CloseNow key={site.id} site={site} />}
      </Stack>
    </Modal>
  );
}
