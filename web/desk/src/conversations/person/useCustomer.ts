import type { Customer } from "@kanal/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { showProblem } from "../../parts/showProblem";
import { api, ask } from "../../server/api";
import { customerQuery } from "../../server/queries";
import { useWords } from "../../words/useWords";

type Change = Partial<Pick<Customer, "name" | "notes" | "language" | "group" | "value">>;

export function useCustomer(customer: Customer) {
  const cache = useQueryClient();
  const { t } = useWords();
  const params = { path: { id: customer.id } };
  const refresh = () => {
    void cache.invalidateQueries({ queryKey: customerQuery(customer.id).queryKey });
    void cache.invalidateQueries({ queryKey: ["customers"] });
  };
  const change = useMutation({
    mutationFn: ({ name, notes, language, group, value }: Change) =>
      ask(
        api.PUT("/api/v1/customers/{id}", {
          params,
          body: {
            name: name ?? customer.name,
            notes: notes ?? customer.notes,
            language: language ?? customer.language,
            group,
            value,
          },
        }),
      ),
    onSuccess: refresh,
    onError: showProblem(t),
  });
  const addAddress = useMutation({
    mutationFn: (body: { kind: "email" | "phone"; value: string }) =>
      ask(api.POST("/api/v1/customers/{id}/addresses", { params, body })),
    onSuccess: refresh,
    onError: showProblem(t),
  });
  return { change, addAddress };
}
