/** When to retry: exponential backoff with jitter, so that a receiver that recovers does not get all retries at once. */
const [firstDelay, factor, maxDelay] = [5_000, 3, 2 * 3_600_000];
const maxRetryAfter = 24 * 3_600_000;

/** After so many failed attempts a delivery becomes a dead letter: with these delays, after some ten hours. */
export const maxAttempts = 12;

/**
 * Milliseconds to wait after the `attempts`th failure (from 1): 5 s, then three times as long each time, at most two hours, each times 0.5 to 1.5 by `random` (0 to 1). A receiver that
 * asked for more time (`asked`, from `Retry-After`) gets it, up to a day.
 */
export function waitAfter(attempts: number, random: number, asked = 0): number {
  const delay = Math.min(firstDelay * factor ** (attempts - 1), maxDelay) * (0.5 + random);
  return Math.round(Math.max(delay, Math.min(asked, maxRetryAfter)));
}

/** The milliseconds that a `Retry-After` header asks for, in seconds or as a date (RFC 9110, 10.2.3); 0 when there is none or it cannot be parsed. */
export function retryAfter(header: string | undefined, now: Date): number {
  if (header === undefined) return 0;
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? 0 : Math.max(0, date - now.getTime());
}
