import { Group, Skeleton, Stack } from "@mantine/core";
import { useWords } from "../words/useWords";

const widths = ["72%", "54%", "81%", "63%", "70%", "48%"];

export function LoadingRows({ rows = 5 }: { rows?: number }) {
  const { t } = useWords();
  return (
    <Stack gap="lg" p="lg" role="group" aria-busy="true" aria-label={t("loading")}>
      {widths.slice(0, rows).map((width) => (
        <Group key={width} wrap="nowrap">
          <Skeleton circle height={32} />
          <Stack gap="xs" flex={1}>
            <Skeleton height={12} width={width} />
            <Skeleton height={10} width="40%" />
          </Stack>
        </Group>
      ))}
    </Stack>
  );
}
