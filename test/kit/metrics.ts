/** What a hub says of itself at /metrics. */

/** The sum of all samples of a metric whose labels contain the given text. */
export async function metric(url: string, name: string, labels = ""): Promise<number> {
  const text = await (await fetch(new URL("/metrics", url))).text();
  return text
    .split("\n")
    .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
    .filter((line) => line.includes(labels))
    .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(" "))), 0);
}

/** Waits until a metric is what it should be; fails with what it was after `milliseconds`. */
export async function metricBecomes(url: string, name: string, labels: string, expected: number, milliseconds = 5000): Promise<void> {
  const until = Date.now() + milliseconds;
  for (;;) {
    const value = await metric(url, name, labels);
    if (value === expected) return;
    if (Date.now() > until) throw new Error(`${name}{${labels}}: expected ${expected}, is ${value}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
