export const scores = [1, 2, 3, 4, 5] as const;
export type Score = (typeof scores)[number];

/** The mouth bends with the score. */
export function Face({ score }: { score: Score }) {
  const bend = (score - 3) * 2.4;
  return (
    <svg class="face" viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="9.5" />
      <path d={`M9 9v1M15 9v1M7.5 ${15.5 - bend / 2}Q12 ${15.5 + bend} 16.5 ${15.5 - bend / 2}`} />
    </svg>
  );
}
