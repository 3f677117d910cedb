/**
 * A newsroom at a terminal: prints the releases on record, then every event, and misses none. consumer.ts does the work.
 *
 *     npm run newsroom                                     with the hub of `npm start` running
 *     npm run newsroom -- http://host/graphql place.json   another hub, another file for the place
 *
 * PARADERO_KEY is its API key, if any. Stop it in any way: it resumes where it stopped.
 */
import { consumeFeed, type FeedEvent, type Note } from "./consumer.ts";

const [url = "http://127.0.0.1:4000/graphql", file = "newsroom.json"] = process.argv.slice(2);

function publish({ __typename, occurredAt, release, releaseId }: FeedEvent): void {
  if (release === null) console.log(`${occurredAt}  ${__typename}  ${releaseId}: WITHDRAWN, take back what was published`);
  else
    console.log(
      `${occurredAt}  ${__typename}  ${release.detainee.name}, ${release.facility?.name ?? "place not known"}, ${release.when.edtf} (now ${release.state})`,
    );
}

function tell(note: Note): void {
  if (note.did === "met a gap")
    console.log(
      `GAP: ${note.code}. Events may be missing since ${note.lost}. Reading ${note.readingAfter === null ? "everything on record" : `on from ${note.readingAfter}`}.`,
    );
  else if (note.did === "lost the hub") console.log(`${url}: ${note.why}; coming back in ${note.backIn} ms`);
  else if (note.did === "met a failing handler") console.log(`${note.eventId} failed here (${note.why}); again in ${note.againIn} ms`);
  else if (note.did === "was refused") console.log(`refused: ${note.why}`);
  else if (note.did === "skipped a duplicate") console.log(`${note.eventId} came again; it was dealt with`);
  else if (note.did === "connected") console.log(`connected, going on after ${note.after ?? "now"}`);
  else if (note.did === "caught up") console.log("live: nothing new up to here");
}

const consumer = consumeFeed({ url, file, key: process.env["PARADERO_KEY"], handle: publish, note: tell });
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void consumer.stop());
await consumer.ended.catch(() => (process.exitCode = 1));
