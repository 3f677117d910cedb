/** Reads labelled-pairs.txt. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const labels = ["same", "different", "open"] as const;
export type Label = (typeof labels)[number];
export type LabelledPair = { readonly label: Label; readonly kind: string; readonly line: string };

/** Every pair of the file, in its order. */
export function readLabelledPairs(): LabelledPair[] {
  let group: { label: Label; kind: string } | undefined;
  const pairs: LabelledPair[] = [];
  for (const line of readFileSync(join(import.meta.dirname, "labelled-pairs.txt"), "utf8").split("\n")) {
    const heading = /^\[(\w+)\] (.+)$/.exec(line);
    if (heading) group = { label: heading[1] as Label, kind: heading[2]! };
    else if (group && line !== "") pairs.push({ ...group, line });
  }
  return pairs;
}
