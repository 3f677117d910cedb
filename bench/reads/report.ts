/** The results, as tables for a README. */
import { cpus } from "node:os";
import { median } from "../../kit/median.ts";
import { size } from "../base/generate.ts";
import { connections, type Load } from "../base/load.ts";

export type Round = Omit<Load, "answered"> & {
  /** Of one request, in milliseconds: of the server's process, and of PostgreSQL's, where that can be known. */
  readonly cpu: { readonly node: number; readonly database: number | null };
};

export type Measured = {
  readonly title: string;
  /** Of each server. The n-th of one was run next to the n-th of each other. */
  readonly rounds: Readonly<Record<string, readonly Round[]>> & { readonly floor: readonly Round[]; readonly hub: readonly Round[] };
  /** How many statements the hub sends to PostgreSQL for one request. */
  readonly statements: number;
  /** The length of the hub's answer to one request. */
  readonly bytes: number;
};

/** `peers` says which they are, where there are any. */
export function report(measured: readonly Measured[], postgres: string, peers: string | null): string {
  const thousands = (count: number) => count.toLocaleString("en");
  return `
${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}, PostgreSQL ${postgres}${peers === null ? "" : `, ${peers}`}; ${thousands(size.detainees)} detainees, ${thousands(size.releases)} releases,
${thousands(size.countClaims)} count claims, ${size.facilities} facilities, ${size.sources} sources; uncached, ${connections} connections, ${[...new Set(measured.map(({ rounds }) => rounds.hub.length))].join(" or ")} rounds of each in turn. Medians; in brackets the least and the greatest.

${againstFloor(measured)}

${ofAll(measured)}
`;
}

const rate = (of: readonly Round[]) => Math.round(median(of.map((round) => round.rate))).toLocaleString("en");

function againstFloor(measured: readonly Measured[]): string {
  const latency = (of: readonly Round[]) => {
    const all = of.flatMap((round) => round.latencies).toSorted((a, b) => a - b);
    return [0.5, 0.99].map((share) => all[Math.ceil((all.length - 1) * share)]!.toFixed(1)).join(" / ");
  };
  const lines = measured.map(
    ({ title, rounds: { floor, hub }, statements, bytes }) =>
      `| ${title} | ${rate(floor)} | ${rate(hub)} | ${ratio(hub, floor)} | ${latency(floor)} | ${latency(hub)} | ${statements} | ${(bytes / 1024).toFixed(1)} |`,
  );
  return `| query | floor, requests/s | hub, requests/s | hub / floor | floor, ms p50 / p99 | hub, ms p50 / p99 | hub, SQL statements | answer, KB |
|---|---|---|---|---|---|---|---|
${lines.join("\n")}`;
}

/** Requests and CPU of every server, and how many times those of each other the hub's are. */
function ofAll(measured: readonly Measured[]): string {
  const cpu = (of: readonly Round[]) => {
    const node = median(of.map((round) => round.cpu.node));
    const database = of.every((round) => round.cpu.database !== null) ? median(of.map((round) => round.cpu.database!)) : null;
    return { node, database, all: node + (database ?? 0) };
  };
  const lines = measured.flatMap(({ title, rounds }) => {
    const { hub } = rounds;
    return Object.entries(rounds).map(([who, of]) => {
      const { node, database, all } = cpu(of);
      const beside = who === "hub" ? "| " : `${ratio(hub, of)} | ${(cpu(hub).all / all).toFixed(2)}`;
      return `| ${title} | ${who} | ${rate(of)} | ${node.toFixed(2)} + ${database?.toFixed(2) ?? "?"} | ${beside} |`;
    });
  });
  return `| query | server | requests/s | CPU of a request, ms: Node + PostgreSQL | hub / it, requests | hub / it, CPU |
|---|---|---|---|---|---|
${lines.join("\n")}`;
}

function ratio(of: readonly Round[], to: readonly Round[]): string {
  const ratios = of.map((round, n) => round.rate / to[n]!.rate);
  const [middle, min, max] = [median(ratios), Math.min(...ratios), Math.max(...ratios)].map((each) => each.toFixed(2));
  return `**${middle}** (${min}–${max})`;
}
