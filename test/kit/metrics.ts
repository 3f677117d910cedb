/** What a hub says of itself at /metrics. */
import { expect } from "vitest";

/** The sum of all samples of a metric whose labels contain the given text. */
export async function metric(url: string, name: string, labels = ""): Promise<number> {
  const text = await (await fetch(new URL("/metrics", url))).text();
  return text
    .split("\n")
    .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
    .filter((line) => line.includes(labels))
    .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(" "))), 0);
}

/** Waits until a metric is what it should be. */
export async function metricBecomes(url: string, name: string, labels: string, expected: number): Promise<void> {
  await expect.poll(() => metric(url, name, labels), { message: `${name}{${labels}}` }).toBe(expected);
}
