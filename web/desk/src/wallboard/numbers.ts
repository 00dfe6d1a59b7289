import type { QueueStanding, ServiceLevel } from "@kanal/api";

/** Of a hundred customers, how many were answered in time; null where there was nobody to answer. */
export const percent = ({ offered, within }: ServiceLevel): number | null =>
  offered > 0 ? Math.floor((100 * within) / offered) : null;

/** "0:07", "12:30", "1:05:00": a wait that one watches go by. */
export function asClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (part: number) => String(part).padStart(2, "0");
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

const none: ServiceLevel = { offered: 0, answered: 0, within: 0, abandoned: 0 };

const both = (a: ServiceLevel, b: ServiceLevel): ServiceLevel => ({
  offered: a.offered + b.offered,
  answered: a.answered + b.answered,
  within: a.within + b.within,
  abandoned: a.abandoned + b.abandoned,
});

/** All queues in one. The longest wait is that of the one whose time runs out first. */
export function totalOf(queues: QueueStanding[]) {
  const first = queues
    .filter((queue) => queue.longestSince)
    .toSorted((a, b) => ((a.longestDueAt ?? "9") < (b.longestDueAt ?? "9") ? -1 : 1))[0];
  return {
    waiting: queues.reduce((sum, queue) => sum + queue.waiting, 0),
    overdue: queues.reduce((sum, queue) => sum + queue.overdue, 0),
    longestSince: first?.longestSince,
    longestDueAt: first?.longestDueAt,
    goal: queues.length > 0 ? Math.max(...queues.map((queue) => queue.goal)) : 80,
    today: queues.map((queue) => queue.today).reduce(both, none),
    halfHour: queues.map((queue) => queue.halfHour).reduce(both, none),
  };
}

/** Trouble first, so that forty queues can be read from the top; calm ones keep the order of their names. */
export function neediest(queues: QueueStanding[]): QueueStanding[] {
  const need = (queue: QueueStanding) =>
    queue.overdue > 0 ? 3 : queue.waiting > 0 && queue.available === 0 ? 2 : queue.near > 0 ? 1 : 0;
  return queues.toSorted((a, b) => need(b) - need(a));
}

export type Mood = "good" | "warn" | "bad" | "none";

/** How a service level stands to its goal. */
export function moodOf(level: ServiceLevel, goal: number): Mood {
  const share = percent(level);
  if (share === null) return "none";
  if (share >= goal) return "good";
  return share >= goal - 10 ? "warn" : "bad";
}
