/** A newsroom that follows a hub by the example consumer, and what it must have heard. */
import { expect } from "vitest";
import { consumeFeed, type ConsumerOptions, type FeedEvent, type Note } from "../../examples/consumer.ts";
import type { Hub } from "../kit/hub.ts";
import { recordVerified } from "../kit/records.ts";

/** A consumer that keeps what it has handed over and what it has noted. */
export function consume(options: Partial<ConsumerOptions> & Pick<ConsumerOptions, "url" | "file">) {
  const handled: string[] = [];
  const notes: Note[] = [];
  const consumer = consumeFeed({
    firstWait: 50,
    handle: (event: FeedEvent) => handled.push(event.eventId),
    note: (note) => notes.push(note),
    ...options,
  });
  const of = (did: Note["did"]) => notes.filter((note) => note.did === did);
  return { ...consumer, handled, notes, of };
}

/** What a newsroom must have heard: the feed, as the hub has it. */
export async function ledgerOf(hub: Pick<Hub, "send">): Promise<string[]> {
  return (await hub.send("{ feed(first: 100) { edges { node { eventId } } } }")).data["feed"].edges.map((edge: any) => edge.node.eventId);
}

/** So many releases, verified one after the other. */
export async function verify(hub: Hub, verifier: string, count: number): Promise<void> {
  for (let made = 0; made < count; made += 1) await recordVerified(hub, verifier);
}

export async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  await expect.poll(done, { message: String(done) }).toBe(true);
}
