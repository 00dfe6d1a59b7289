import type { Conversation } from "@kanal/api";
import { Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { FormDialog } from "../../parts/FormDialog";
import { fieldErrors } from "../../parts/problemText";
import { showProblem } from "../../parts/showProblem";
import { callSlotsQuery } from "../../server/queries";
import { useWords } from "../../words/useWords";
import { byDay } from "./slots";
import { useCall } from "./useCall";

interface Props {
  conversation: Conversation;
  opened: boolean;
  onClose: () => void;
}

const asSoonAsFree = "now";

/** Books a call for the customer, or another time for the one that is booked. */
export function BookCallDialog({ conversation, opened, onClose }: Props) {
  const { t, language } = useWords();
  const slots = useQuery({ ...callSlotsQuery(conversation.id), enabled: opened });
  const { book } = useCall(conversation.id);
  const known = conversation.callback?.number ?? "";
  const form = useForm({
    initialValues: { number: known, slot: asSoonAsFree },
    validate: { number: (number) => (number.trim() ? null : t("call.number.missing")) },
  });

  // The event of it may come before the answer, and this dialog anew with it; it closes all the same.
  function submit({ number, slot }: typeof form.values) {
    book
      .mutateAsync({ number: number.trim(), slot: slot === asSoonAsFree ? undefined : slot })
      .then(onClose, (problem) => {
        const wrong = fieldErrors(problem).address;
        if (wrong) form.setFieldError("number", wrong);
        else showProblem(t)(problem);
        void slots.refetch();
      });
  }

  return (
    <FormDialog
      opened={opened}
      title={t(known ? "call.move.title" : "call.book")}
      action={t(known ? "call.move" : "call.book")}
      pending={book.isPending}
      onSubmit={form.onSubmit(submit)}
      onClose={onClose}
    >
      <TextInput
        label={t("call.number")}
        type="tel"
        autoComplete="off"
        data-autofocus
        {...form.getInputProps("number")}
      />
      <Select
        label={t("call.when")}
        description={t("call.when.help")}
        allowDeselect={false}
        searchable
        openOnFocus={false}
        maxDropdownHeight={280}
        data={[
          { group: "", items: [{ value: asSoonAsFree, label: t("call.asSoonAsFree") }] },
          ...byDay(slots.data ?? [], language),
        ]}
        {...form.getInputProps("slot")}
      />
    </FormDialog>
  );
}
