import { Fragment } from "react";

interface Mark {
  start?: number;
  length?: number;
}

/** A text with what was sought in it set off. */
export function Marked({ text, marks }: { text: string; marks: Mark[] }) {
  let at = 0;
  return (
    <>
      {marks.map(({ start = 0, length = 0 }) => {
        const before = text.slice(at, start);
        at = start + length;
        return (
          <Fragment key={start}>
            {before}
            <mark>{text.slice(start, at)}</mark>
          </Fragment>
        );
      })}
      {text.slice(at)}
    </>
  );
}
