/** When to try again: exponential, with jitter, so that a receiver that comes back is not met by everybody at once. */
const [first, factor, longest] = [5_000, 3, 2 * 3_600_000];
const longestAsked = 24 * 3_600_000;

/** How often a delivery is tried before it is given up: with these waits, over some ten hours. */
export const maxAttempts = 12;

/**
 * Milliseconds to wait after the `attempts`th failure (from 1): 5 s, three times that each time, two hours at most, each between half and one and a half of it by `random` (0 to 1). A
 * receiver that named a time (`Retry-After`) is not asked sooner, up to a day.
 */
export function waitAfter(attempts: number, random: number, asked = 0): number {
  const usual = Math.min(first * factor ** (attempts - 1), longest) * (0.5 + random);
  return Math.round(Math.max(usual, Math.min(asked, longestAsked)));
}

/** Milliseconds from now that a `Retry-After` header names, in seconds or as a date (RFC 9110, 10.2.3); 0 for none that can be read. */
export function retryAfter(header: string | undefined, now: Date): number {
  if (header === undefined) return 0;
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? 0 : Math.max(0, date - now.getTime());
}
