/** An entry of a web feed. */
export type Entry = {
  /** The same for ever, over all forms. */
  readonly id: string;
  readonly at: string;
  readonly kind: "verified" | "amended" | "retracted" | "withdrawn" | "count";
  readonly title: string;
  readonly text: string;
  /** Within the hub. */
  readonly link: string;
};
