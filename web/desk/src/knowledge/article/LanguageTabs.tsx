import type { Article } from "@kanal/api";
import { Button, Menu } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation, useNavigate } from "react-router";
import { languageName } from "../../conversations/person/facts";
import { api, ask } from "../../server/api";
import { sitesQuery } from "../../server/queries";
import { useSave } from "../../settings/useSave";
import { useWords } from "../../words/useWords";
import { TextBadge } from "../list/TextBadge";
import { useMayWrite } from "../useMayWrite";
import classes from "./ArticlePage.module.css";
import { contentOf, toTranslate } from "./content";

export function LanguageTabs({ article, current }: { article: Article; current: string }) {
  const { t, language } = useWords();
  const mayWrite = useMayWrite();
  const navigate = useNavigate();
  const { state } = useLocation();
  const sites = useQuery(sitesQuery).data ?? [];
  const spoken = sites
    .filter(({ id }) => !article.site || id === article.site)
    .flatMap((site) => site.languages);
  const missing = [...new Set(spoken)].filter((code) =>
    article.texts.every((text) => text.language !== code),
  );
  const original = article.texts.find((text) => text.language === article.original);
  const add = useSave(
    (code: string) =>
      ask(
        api.PUT("/api/v1/articles/{id}/texts/{language}", {
          params: { path: { id: article.id, language: code } },
          body: {
            content: original ? toTranslate(contentOf(original)) : { title: article.id },
            shortcut: original?.shortcut ?? undefined,
          },
        }),
      ),
    {
      refresh: ["articles"],
      quiet: true,
      onDone: (text) => navigate({ search: `language=${text.language}` }, { replace: true, state }),
    },
  );
  return (
    <nav className={classes.tabs} aria-label={t("knowledge.languages")}>
      {article.texts.map((text) => (
        <Link
          key={text.language}
          className={classes.tab}
          to={{ search: `language=${text.language}` }}
          replace
          state={state}
          aria-current={text.language === current ? "page" : undefined}
        >
          {languageName(text.language, language)}
          {text.language === article.original && article.texts.length > 1 && ` (${t("knowledge.original")})`}
          <TextBadge text={text} />
        </Link>
      ))}
      {mayWrite && missing.length > 0 && (
        <Menu>
          <Menu.Target>
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconPlus size={14} />}
              loading={add.isPending}
            >
              {t("knowledge.addLanguage")}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {missing.map((code) => (
              <Menu.Item key={code} onClick={() => add.mutate(code)}>
                {languageName(code, language)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </nav>
  );
}
