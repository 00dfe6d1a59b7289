import { Button, useComputedColorScheme } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useWords } from "../../words/useWords";
import classes from "./Letter.module.css";
import { lookOf } from "./lookOf";
import { isColoured, letterNodes, putPictures, releasePictures, sheetStyle } from "./sheet";
import { useFrameHeight } from "./useFrameHeight";

interface Props {
  html: string;
  title: string;
  /** Addresses of the pictures that came with it, by their content id. */
  pictures: Map<string, string>;
  remote: boolean;
  unfolded: boolean;
}

const tallest = 640;

/**
 * A letter on a page of its own: no script runs there, nothing is sent from there, and its server lets no picture
 * be fetched from elsewhere until somebody asks. Same origin, so that its height can be read from here.
 */
export function LetterFrame({ html, title, pictures, remote, unfolded }: Props) {
  const { t } = useWords();
  const frame = useRef<HTMLIFrameElement>(null);
  const [page, setPage] = useState<Document>();
  const [whole, setWhole] = useState(false);
  const height = useFrameHeight(page);
  const scheme = useComputedColorScheme();
  const cut = height > tallest + 120 && !whole;

  useEffect(() => {
    if (!page) return;
    page.body.replaceChildren(...letterNodes(html));
  }, [page, html]);

  useEffect(() => {
    if (!page) return;
    const style = page.createElement("style");
    style.textContent = sheetStyle(lookOf(scheme), isColoured(html), unfolded);
    page.head.replaceChildren(style);
  }, [page, html, unfolded, scheme]);

  useEffect(() => {
    if (page) putPictures(page, pictures);
  }, [page, pictures]);

  useEffect(() => {
    if (page && remote) releasePictures(page);
  }, [page, remote]);

  return (
    <>
      <iframe
        // The page's policy comes with the page, so other pictures are another page.
        key={String(remote)}
        ref={frame}
        className={classes.frame}
        data-coloured={isColoured(html) || undefined}
        title={title}
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        src={`/desk/letter?pictures=${remote ? "shown" : "held"}`}
        style={{ height: cut ? tallest : height }}
        onLoad={() => setPage(frame.current?.contentDocument ?? undefined)}
      />
      {cut && (
        <Button variant="light" size="compact-sm" onClick={() => setWhole(true)}>
          {t("letter.whole")}
        </Button>
      )}
    </>
  );
}
