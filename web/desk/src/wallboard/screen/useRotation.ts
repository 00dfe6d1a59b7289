import { useEffect, useState } from "react";

const turnMs = 12_000;

/** Which page of several is shown; the next one comes by itself. */
export function useRotation(pages: number): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (pages < 2) return;
    const timer = setInterval(() => setTurn((before) => before + 1), turnMs);
    return () => clearInterval(timer);
  }, [pages]);
  return pages < 2 ? 0 : turn % pages;
}
