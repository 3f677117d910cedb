/** A reader of a hub's /metrics. */

export type Metrics = {
  /** The sum of a metric over those of its labels that hold what is asked for, `kind="event"`. */
  sum(name: string, label?: string): number;
};

export async function readMetrics(port: number): Promise<Metrics> {
  const response = await fetch(`http://127.0.0.1:${port}/metrics`);
  if (!response.ok) throw new Error(`/metrics answered ${response.status}.`);
  const lines = (await response.text()).split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return {
    sum: (name, label = "") =>
      lines
        .filter((line) => (line.startsWith(`${name}{`) || line.startsWith(`${name} `)) && line.includes(label))
        .reduce((total, line) => total + Number(line.slice(line.lastIndexOf(" "))), 0),
  };
}
