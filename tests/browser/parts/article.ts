import type { Page } from "@playwright/test";
import { DeskApi } from "./desk-api";
import type { Installation } from "./installation";

/** Writes an article and publishes it, as the administrator who is signed in on a page. */
export async function publish(
  page: Page,
  at: Installation,
  kind: "article" | "guide" | "form",
  content: {
    title: string;
    body?: string;
    questions?: string[];
    steps?: unknown[];
    fields?: unknown[];
    thanks?: string;
  },
): Promise<string> {
  const api = new DeskApi(page, at.kanal.url);
  const [site] = (await api.get("/sites")).data;
  const { id } = await api.post("/articles", { kind, site: site.id, language: "en", content });
  await api.post(`/articles/${id}/publish`, {});
  return id;
}
