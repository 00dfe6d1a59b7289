import { useEffect, useState } from "react";

const least = 24;

/** As tall as what stands in it, also when a picture comes late or the window gets narrower. */
export function useFrameHeight(page: Document | undefined): number {
  const [height, setHeight] = useState(least);
  useEffect(() => {
    if (!page?.body) return;
    const measure = () => setHeight(Math.max(least, Math.ceil(page.body.getBoundingClientRect().height)));
    const watch = new ResizeObserver(measure);
    watch.observe(page.body);
    measure();
    return () => watch.disconnect();
  }, [page]);
  return height;
}
