/** The results of the fan-out bench, as tables for a README. */
import { cpus, loadavg } from "node:os";
import type { Memory, Storm, Weight } from "./arrival.ts";
import type { Delivery, Round } from "./delivery.ts";
import { median } from "../../kit/median.ts";

export function reportFanout(deliveries: readonly Delivery[], memory: Memory, storm: Storm | undefined): string {
  const lines = deliveries.map(({ sockets, documents, bytes, floor, hub }) => {
    const middle = (rounds: readonly Round[], of: keyof Round) => median(rounds.map((round) => round[of]));
    const cpu = (rounds: readonly Round[]) =>
      ((rounds.reduce((total, round) => total + round.cpu, 0) / rounds.length / sockets) * 1000).toFixed(1);
    return `| ${sockets.toLocaleString("en")} | ${documents} | ${Math.round(bytes)} | ${middle(floor, "last").toFixed(0)} | ${middle(hub, "last").toFixed(0)} | ${ratioOf(
      hub.map(({ last }) => last),
      floor.map(({ last }) => last),
    )} | ${middle(floor, "half").toFixed(0)} / ${middle(hub, "half").toFixed(0)} | ${cpu(floor)} / ${cpu(hub)} |`;
  });
  const rounds = deliveries[0]?.hub.length ?? 0;
  const arrival = storm
    ? `
${storm.sockets.toLocaleString("en")} subscribers that come back at once, each ${storm.events} events behind: the last has all after ${median(storm.hub).toFixed(0)} ms, a bare \`ws\` server that sends as much to as many new sockets takes
${median(storm.floor).toFixed(0)} ms; ${ratioOf(storm.hub, storm.floor)}. In ${storm.hub.length} storms the hub executed ${storm.executions} events and sent ${storm.reads.page} + ${storm.reads.filter} statements for pages of events and their filters, and ${storm.reads.news} for news of the outbox.`
    : "";
  return `
${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}, load ${loadavg()[0]!.toFixed(1)} at the end; ${rounds} pairs of rounds. Medians; in brackets the least and the greatest pair.

| sockets | documents | bytes | bare \`ws\`, last client, ms | hub, commit → last client, ms | hub / bare | half of the clients, ms | server's CPU, µs a message |
|---|---|---|---|---|---|---|---|
${lines.join("\n")}

An idle subscriber adds ${weightOf(memory.hub)}, a bare \`ws\` socket ${weightOf(memory.floor)} (${memory.sockets.toLocaleString("en")} more sockets, after garbage collection): resident **${(memory.hub.resident / memory.floor.resident).toFixed(2)}**, in use **${(memory.hub.heap / memory.floor.heap).toFixed(2)}**.
${arrival}
`;
}

const weightOf = ({ resident, heap }: Weight) => `${resident.toFixed(1)} KB resident, ${heap.toFixed(1)} KB in use`;

function ratioOf(hub: readonly number[], floor: readonly number[]): string {
  const ratios = hub.map((value, n) => value / floor[n]!);
  return `**${median(ratios).toFixed(2)}** (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`;
}
