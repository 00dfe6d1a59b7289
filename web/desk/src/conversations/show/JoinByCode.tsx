import { Button, Group, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { problemText } from "../../parts/problemText";
import { api, ask } from "../../server/api";
import { useWords } from "../../words/useWords";

/** The customer on the phone reads the six digits out; from then on their browser shows what we show. */
export function JoinByCode({ conversation, onDone }: { conversation: string; onDone?: () => void }) {
  const { t } = useWords();
  const [code, setCode] = useState("");
  const join = useMutation({
    mutationFn: () =>
      ask(
        api.POST("/api/v1/conversations/{id}/phone-code", {
          params: { path: { id: conversation } },
          body: { code },
        }),
      ),
    onSuccess: () => {
      setCode("");
      onDone?.();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        join.mutate();
      }}
    >
      <Group align="flex-start" gap="sm">
        <TextInput
          label={t("show.code")}
          description={t("show.code.help")}
          inputMode="numeric"
          autoComplete="off"
          maxLength={9}
          value={code}
          error={join.isError ? problemText(join.error, t) : undefined}
          onChange={(event) => {
            join.reset();
            setCode(event.currentTarget.value);
          }}
        />
      </Group>
      <Group mt="sm">
        <Button type="submit" loading={join.isPending} disabled={code.replace(/\D/g, "").length !== 6}>
          {t("show.join")}
        </Button>
      </Group>
    </form>
  );
}
