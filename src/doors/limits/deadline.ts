/** Nothing runs on for nobody: what is read is answered in time, or stopped in the database when time is up or whoever asked has gone. */
import { heldBy, within, type Holder } from "../../db/statements/bounds.ts";
import { Gone, Timeout } from "../../errors.ts";

export type Deadlines = {
  /** For what is read without a key. */
  readonly readMilliseconds: number;
  /** For what is read with a key, and for each page of an export. */
  readonly longReadMilliseconds: number;
};

export const defaultDeadlines: Deadlines = { readMilliseconds: 10_000, longReadMilliseconds: 30_000 };

export type Reading<Answer> = {
  /** Rejects at once with Timeout or Gone: what cannot be stopped at once is not waited for. */
  readonly answer: Promise<Answer>;
  /** Resolves when nothing is at work for it any more. */
  readonly over: Promise<void>;
};

/** Runs in bounds: `milliseconds`, and as long as the client's signal is not aborted; its statements are the holder's. */
export function readInTime<Answer>(
  run: () => Promise<Answer>,
  { milliseconds, client, holder }: { milliseconds: number; client: AbortSignal | undefined; holder: Holder },
): Reading<Answer> {
  const ending = new AbortController();
  const { signal } = ending;
  heldBy(signal, holder);
  const gone = () => ending.abort(new Gone("Whoever asked has gone."));
  const late = setTimeout(() => ending.abort(tooLate(milliseconds)), milliseconds);
  if (client?.aborted) gone();
  client?.addEventListener("abort", gone, { once: true });
  const running = signal.aborted ? Promise.reject(signal.reason as Error) : within(signal, run);
  const end = () => {
    clearTimeout(late);
    client?.removeEventListener("abort", gone);
  };
  const answer = new Promise<Answer>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    running.then(resolve, reject);
  });
  return { answer, over: running.then(end, end) };
}

function tooLate(milliseconds: number): Timeout {
  return new Timeout(
    `It was not read within ${milliseconds / 1000} s and has been stopped. Ask for less at once (a smaller page, a narrower filter, fewer fields), or try again when the hub has less to do.`,
  );
}
