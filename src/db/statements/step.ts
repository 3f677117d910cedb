/** A statement as a step of a trace, on either database: its text, and none of its values. */
import type { Step } from "../../tracing/trace.ts";

const longestTold = 2000;

export const stepOf = (text: string): Step => ({
  name: "sql",
  kind: "client",
  attributes: () => ({ "db.system.name": "postgresql", "db.query.text": text.slice(0, longestTold) }),
});
