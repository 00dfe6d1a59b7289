/** Places on a line that holds zero and the interval, with some air on both sides. */
export function scaleOf(low: number, high: number, width: number) {
  const least = Math.min(0, low);
  const most = Math.max(0, high);
  const air = (most - least || 1) * 0.1;
  const length = most - least + 2 * air;
  return (value: number) => ((value - least + air) / length) * width;
}
