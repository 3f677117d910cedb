/** Where names are written beside points, so that none lies on another: a pure rule. */

/** A point that is named: where it is and how large it is drawn, in pixels. */
export type Named = { readonly x: number; readonly y: number; readonly radius: number; readonly text: string };
/** Where the text begins (or, with the anchor "end", ends), on its base line. `far`: a line has to lead to it from its point. */
export type Label = { readonly x: number; readonly y: number; readonly anchor: "start" | "end"; readonly far: boolean };

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

const lineHeight = 17;
// Of 13 pixels' type, measured on names in Latin letters: wide enough for nearly all.
const letterWidth = 7.2;
const gap = 5;
// A name that would stand further from its point than so many lines is left to the table.
const mostLines = 8;

/** A place for each name in the order given, within a picture of this size; null where none is free. */
export function placeLabels(points: readonly Named[], width: number, height: number): readonly (Label | null)[] {
  const taken: Box[] = [];
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
      for (const anchor of ["start", "end"] as const)
        yield { x: anchor === "start" ? x + beside : x - beside, y: y + 4 + down * lineHeight, anchor, far: line > 0 };
}

function boxOf({ x, y, anchor }: Label, text: string): Box {
  const long = text.length * letterWidth;
  const left = anchor === "start" ? x : x - long;
  return { left, right: left + long, top: y - lineHeight + 4, bottom: y + 4 };
}

const overlap = (one: Box, other: Box) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
