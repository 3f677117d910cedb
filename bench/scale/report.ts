/** The results, as a table: one row an operation, one column a size. */
import { cpus } from "node:os";
import { pointsPerSecond } from "../../src/graph/costs/work.ts";

export type Figures = {
  /** The least that it took, in milliseconds. */
  readonly milliseconds: number;
  /** CPU time of Node in that run. */
  readonly cpu: number;
  /** And of PostgreSQL, on the average of the runs. */
  readonly postgres: number;
  /** The longest that Node's event loop stood still in any run. */
  readonly stood: number;
  readonly statements: number;
  /** What the operation cost in points before it ran. */
  readonly points: number;
  /** How many fields it asks for. */
  readonly fields: number;
  /** The code of the error, where it was no answer. */
  readonly failed: string | null;
};
export type Found = ReadonlyMap<string, readonly (Figures | undefined)[]>;

export function reportScale(found: Found, sizes: readonly number[], postgres: string): string {
  const thousands = (count: number) => count.toLocaleString("en");
  const round = (count: number) => (count < 10 ? count.toFixed(1) : thousands(Math.round(count)));
  const took = (figures: Figures | undefined) =>
    figures === undefined ? "" : `${round(figures.milliseconds)}${figures.failed === null ? "" : ` ${figures.failed}`}`;
  const lines = Array.from(found, ([title, figures]) => {
    const last = figures.at(-1)!;
    const cells = [
      ...figures.map(took),
      exponent(figures, sizes),
      round(last.cpu),
      round(last.postgres),
      round(last.stood),
      last.statements,
      thousands(last.points),
      last.points === 0 ? "" : round(atTheLimit(last)),
    ];
    return `| ${[title, ...cells].join(" | ")} |`;
  });
  const heads = [
    "operation",
    ...sizes.map((size) => `${thousands(size)} people, ms`),
    "exponent",
    "CPU of Node, ms",
    "CPU of PostgreSQL, ms",
    "loop stood, ms",
    "statements",
    "points",
    "CPU at the limit, ms",
  ];
  return `
${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}, PostgreSQL ${postgres}. The least of several runs, one at a time; the last six columns are of the
largest size. The exponent is that of growth between the smallest and the largest: 0 is flat, 1 is linear.

| ${heads.join(" | ")} |
|${heads.map(() => "---").join("|")}|
${lines.join("\n")}
`;
}

const mostFields = 500;

/** What one operation costs that asks for this as often as the bounds of its points and its fields allow. */
const atTheLimit = ({ cpu, postgres, points, fields }: Figures) =>
  (cpu + postgres) * Math.max(1, Math.min(pointsPerSecond / points, mostFields / fields));

function exponent(figures: readonly (Figures | undefined)[], sizes: readonly number[]): string {
  const [first, last] = [figures[0], figures.at(-1)];
  if (sizes.length < 2 || first === undefined || last === undefined || last.failed !== null) return "";
  return (Math.log(last.milliseconds / first.milliseconds) / Math.log(sizes.at(-1)! / sizes[0]!)).toFixed(2);
}
