import { Alert, Button, Group, Stepper } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { DoorPage } from "../parts/DoorPage";
import { fieldErrors, problemText } from "../parts/problemText";
import { api, ask } from "../server/api";
import { useWords } from "../words/useWords";
import { HoursStep } from "./HoursStep";
import { OrganisationStep } from "./OrganisationStep";
import { SiteStep } from "./SiteStep";
import { type SetupValues, startValues } from "./setupValues";

const steps = ["setup.you", "setup.site", "setup.hours"] as const;

export function Setup({ codeRequired }: { codeRequired: boolean }) {
  const { t, language } = useWords();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [step, setStep] = useState(0);
  const form = useForm<SetupValues>({ initialValues: startValues(language) });
  const last = step === steps.length - 1;
  const start = useMutation({
    mutationFn: ({ week, code, site, ...values }: SetupValues) =>
      ask(
        api.POST("/api/v1/setup", {
          body: {
            ...values,
            code: code || undefined,
            language,
            site,
            hours: { timeZone: site.timeZone, week, holidays: [], specialDays: [] },
          },
        }),
      ),
    // Ahead of the answer, so that the desk opens on this page and not on its first room.
    onMutate: () => navigate("/welcome", { replace: true }),
    onSuccess: (session) => cache.setQueryData(["session"], session),
    onError: (problem) => {
      const errors = fieldErrors(problem);
      form.setErrors(errors);
      const fields = Object.keys(errors);
      if (fields.some((field) => !field.startsWith("site") && !field.startsWith("hours"))) setStep(0);
      else if (fields.some((field) => field.startsWith("site"))) setStep(1);
    },
  });

  return (
    <DoorPage title={t("setup.title")} intro={t("setup.intro")} width={640}>
      <form onSubmit={form.onSubmit((values) => (last ? start.mutate(values) : setStep(step + 1)))}>
        <Stepper active={step} onStepClick={setStep} allowNextStepsSelect={false} size="sm" mb="xl">
          {steps.map((name) => (
            <Stepper.Step key={name} label={t(name)} />
          ))}
        </Stepper>
        {start.error && (
          <Alert color="red" role="alert" mb="lg">
            {problemText(start.error, t)}
          </Alert>
        )}
        {step === 0 && <OrganisationStep form={form} codeRequired={codeRequired} />}
        {step === 1 && <SiteStep form={form} />}
        {step === 2 && <HoursStep form={form} />}
        <Group justify="space-between" mt="xl">
          <Button variant="default" disabled={step === 0} onClick={() => setStep(step - 1)}>
            {t("back")}
          </Button>
          <Button type="submit" loading={start.isPending}>
            {t(last ? "setup.finish" : "next")}
          </Button>
        </Group>
      </form>
    </DoorPage>
  );
}
