/** Where names are written beside points, so that none lies on another: a pure rule. */

/** A point that is named: where it is and how large it is drawn, in pixels. */
export type Named = { readonly x: number; readonly y: number; readonly radius: number; readonly text: string };
/** Where the text begins, has its middle or ends, by its anchor, on its base line. `far`: a line has to lead to it from its point. */
export type Label = { readonly x: number; readonly y: number; readonly anchor: "start" | "middle" | "end"; readonly far: boolean };

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

const lineHeight = 17;
// Of 13 pixels' type, on the average of names in Latin letters.
const letterWidth = 6.8;
const gap = 5;
// A name that would stand further from its point than so many lines is left to the table.
const mostLines = 8;

/** A place for each name in the order given, on no other and on no point, within a picture of this size; null where none is free. */
export function placeLabels(points: readonly Named[], width: number, height: number): readonly (Label | null)[] {
  const taken: Box[] = points.map(({ x, y, radius }) => squareIn(x, y, radius));
  return points.map((point) => {
    for (const label of spots(point)) {
      const box = boxOf(label, point.text);
      if (box.left < 0 || box.right > width || box.top < 0 || box.bottom > height) continue;
      if (taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      return label;
    }
    return null;
  });
}

/** Right of the point, left of it, then further and further below and above it. */
function* spots({ x, y, radius }: Named): Generator<Label> {
  const beside = radius + gap;
  for (let line = 0; line <= mostLines; line += 1)
    for (const down of line === 0 ? [0] : [line, -line])
      for (const [anchor, side] of [["start", beside] as const, ["end", -beside] as const, ["middle", 0] as const])
        yield { x: x + side, y: y + 4 + down * lineHeight, anchor, far: line > 0 };
}

/** What of a round mark a name must not cover: its corners are air. */
const squareIn = (x: number, y: number, radius: number): Box => {
  const half = radius * Math.SQRT1_2;
  return { left: x - half, right: x + half, top: y - half, bottom: y + half };
};

export function boxOf({ x, y, anchor }: Label, text: string): Box {
  const long = text.length * letterWidth;
  const left = anchor === "start" ? x : anchor === "end" ? x - long : x - long / 2;
  return { left, right: left + long, top: y - lineHeight + 4, bottom: y + 4 };
}

const overlap = (one: Box, other: Box) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
