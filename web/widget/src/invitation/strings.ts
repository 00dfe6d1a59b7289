import type en from "../strings/en.json";

type InvitationStrings = (typeof en)["invitation"];

const all = import.meta.glob<InvitationStrings>("../strings/*.json", { import: "invitation", eager: true });

export function invitationStrings(language: string): InvitationStrings {
  const found = all[`../strings/${language.split("-")[0]}.json`] ?? all["../strings/en.json"];
  return found as InvitationStrings;
}
