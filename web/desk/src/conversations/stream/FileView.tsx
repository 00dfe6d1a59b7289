import type { FileInfo } from "@kanal/api";
import { Button, Skeleton, UnstyledButton } from "@mantine/core";
import { IconDownload, IconPhotoOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { showProblem } from "../../parts/showProblem";
import { queryClient } from "../../server/queryClient";
import { useWords } from "../../words/useWords";
import { fileQuery, isPicture, saveAs } from "./files";
import classes from "./Stream.module.css";
import { useBlobUrl } from "./useBlobUrl";

export function FileView({ file, conversation }: { file: FileInfo; conversation: string }) {
  const { t, language } = useWords();
  const picture = isPicture(file);
  const query = fileQuery(conversation, file);
  const preview = useQuery({ ...query, enabled: picture });
  const url = useBlobUrl(preview.data);
  const save = () =>
    queryClient
      .fetchQuery(query)
      .then((blob) => saveAs(blob, file.name))
      .catch(showProblem(t));
  const size = new Intl.NumberFormat(language, { style: "unit", unit: "kilobyte", unitDisplay: "short" });

  if (picture && url)
    return (
      <UnstyledButton onClick={save} aria-label={t("file.save", { name: file.name })}>
        <img src={url} alt={file.name} className={classes.picture} />
      </UnstyledButton>
    );
  if (picture && preview.isPending) return <Skeleton width={240} height={160} />;
  return (
    <Button
      variant="default"
      size="compact-md"
      leftSection={picture ? <IconPhotoOff size={16} /> : <IconDownload size={16} />}
      onClick={save}
    >
      {file.name} · {size.format(Math.max(1, Math.round(file.size / 1024)))}
    </Button>
  );
}
