import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { sitesQuery } from "../../server/queries";
import { useWords } from "../../words/useWords";

/** Of which site and language a report is; it stands in the address, or is what is nearest to the reader. */
export function useScope() {
  const [params, setParams] = useSearchParams();
  const own = useWords().language as string;
  const sites = useQuery(sitesQuery).data ?? [];
  const site = sites.find(({ id }) => id === params.get("site")) ?? sites[0];
  const languages = site?.languages ?? [];
  const wished = [params.get("language"), own].find((code) => code !== null && languages.includes(code));
  const choose = (name: "site" | "language", value: string | null) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return { sites, languages, site: site?.id, language: wished ?? languages[0], choose };
}

export type Scope = ReturnType<typeof useScope>;
