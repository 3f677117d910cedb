/** What two partly known times certainly say of one another. A span is half-open: true at some moment inside; an instant begins and ends at once; an open end is null. */

export type Bounds = { readonly earliest: Date | null; readonly latest: Date | null };
export type Answer = "CERTAIN" | "POSSIBLE" | "NO";

/** Whether every moment of `a` lies at or before every moment of `b`. */
const comesBy = (a: Bounds, b: Bounds) => a.latest !== null && b.earliest !== null && a.latest <= b.earliest;

/** Did `a` come before `b`? Of two at the same instant nobody knows which came first. */
export function before(a: Bounds, b: Bounds): Answer {
  const [ab, ba] = [comesBy(a, b), comesBy(b, a)];
  if (ab === ba) return "POSSIBLE";
  return ab ? "CERTAIN" : "NO";
}

/** Had it happened by a moment? What happened at that very moment had. */
export function happenedBy({ earliest, latest }: Bounds, moment: Date): Answer {
  if (latest !== null && latest <= moment) return "CERTAIN";
  return earliest !== null && earliest >= moment ? "NO" : "POSSIBLE";
}
