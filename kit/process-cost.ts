/** The CPU time and memory of a process, by the kernel and V8. */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { WebSocket } from "ws";

/** User and system time, in milliseconds; the kernel counts in ticks of 10. */
export function cpuMilliseconds(pid: number): number {
  // The name, in brackets, may hold spaces.
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

export function residentKilobytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))![1]);
}

/** The most that it ever had, while it runs. */
export function peakKilobytes(pid: number): number {
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
}

/** Node's arguments for a process that `collectGarbage` can reach. */
export const inspected: readonly string[] = ["--inspect=127.0.0.1:0"];

/**
 * Makes V8 collect garbage, through the inspector whose address the process has printed on standard error. Resolves with the kilobytes in use after that: V8's heap and the external buffers that
 * it knows of.
 */
export async function collectGarbage(errorOutput: string): Promise<number> {
  const address = /ws:\/\/127\.0\.0\.1:\d+\/\S+/.exec(errorOutput)?.[0];
  if (address === undefined) throw new Error("The process was not started with --inspect.");
  const inspector = new WebSocket(address);
  await once(inspector, "open");
  const ask = async (id: number, method: string) => {
    inspector.send(JSON.stringify({ id, method }));
    const [answer] = (await once(inspector, "message")) as [Buffer];
    return (JSON.parse(answer.toString()) as { result: { usedSize: number; backingStorageSize?: number } }).result;
  };
  for (let id = 1; id <= 3; id += 1) {
    await ask(id, "HeapProfiler.collectGarbage");
    await wait(300);
  }
  const { usedSize, backingStorageSize = 0 } = await ask(4, "Runtime.getHeapUsage");
  inspector.close();
  await once(inspector, "close");
  return (usedSize + backingStorageSize) / 1024;
}
