/** Puts marks with their labels into lanes, so that none covers another: on each lane there is room for marks and labels on the line, and for labels above it. */

export type Box = { readonly from: number; readonly to: number };
export type Anchor = "start" | "middle" | "end";
export type Placed = {
  readonly lane: number;
  readonly label: { readonly x: number; readonly anchor: Anchor; readonly above: boolean } | null;
};

const gap = { marks: 0, labels: 5 };
// A long mark has its label behind its end, a short one above it.
const short = 46;

type Lane = { readonly marks: Box[]; readonly line: Box[]; readonly above: Box[] };
type Option = { readonly x: number; readonly anchor: Anchor; readonly above: boolean; readonly box: Box };

/** `marks` in the order of their beginnings; `width` is that of the label, 0 for none; nothing goes past `end`. */
export function placeMarks(marks: readonly (Box & { readonly width: number })[], begin: number, end: number): Placed[] {
  const lanes: Lane[] = [];
  return marks.map(({ from, to, width }) => {
    const mark = { from, to };
    for (let lane = 0; ; lane += 1) {
      const taken = (lanes[lane] ??= { marks: [], line: [], above: [] });
      if (!isFree(taken.marks, mark, gap.marks) || !isFree(taken.line, mark)) continue;
      if (width === 0) {
        taken.marks.push(mark);
        return { lane, label: null };
      }
      const fits = ({ above, box }: Option) =>
        box.from >= begin &&
        box.to <= end &&
        (above ? isFree([...taken.above, ...inLane(lanes[lane - 1])], box) : isFree(inLane(taken), box));
      const option = optionsOf(from, to, width).find(fits);
      // On a lane of its own a label is cut rather than left out.
      const chosen =
        option ?? (taken.marks.length + taken.line.length + taken.above.length === 0 ? optionsOf(from, to, width).at(-1)! : null);
      if (chosen === null) continue;
      taken.marks.push(mark);
      (chosen.above ? taken.above : taken.line).push(chosen.box);
      return { lane, label: { x: chosen.x, anchor: chosen.anchor, above: chosen.above } };
    }
  });
}

function optionsOf(from: number, to: number, width: number): Option[] {
  const middle = (from + to) / 2;
  const centred = { x: middle, anchor: "middle", above: true, box: { from: middle - width / 2, to: middle + width / 2 } } as const;
  const behind = { x: to + 7, anchor: "start", above: false, box: { from: to + 3, to: to + 7 + width } } as const;
  const before = { x: from - 7, anchor: "end", above: false, box: { from: from - 7 - width, to: from - 3 } } as const;
  const left = { x: from, anchor: "start", above: true, box: { from, to: from + width } } as const;
  const right = { x: to, anchor: "end", above: true, box: { from: to - width, to } } as const;
  return to - from < short ? [centred, behind, before, left, right] : [behind, left, before, right];
}

// What stands on the line of a lane: a label above the next lane would touch it.
const inLane = (lane: Lane | undefined): readonly Box[] => (lane === undefined ? [] : [...lane.marks, ...lane.line]);
const isFree = (boxes: readonly Box[], { from, to }: Box, apart = gap.labels) =>
  boxes.every((box) => to + apart <= box.from || from >= box.to + apart);
