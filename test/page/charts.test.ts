/** Bars and strips: what they say, from the numbers alone. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawBars, narrowBars, wideBars, type Bar } from "../../src/page/charts/bars.ts";
import { boxOf, placeLabels } from "../../src/page/charts/shapes/labels.ts";
import { labelledSteps, stepsOn, type Step } from "../../src/page/charts/shapes/steps.ts";
import { drawStatus, narrowStrips, reachOf, wideStrips } from "../../src/page/charts/status.ts";
import { en } from "../../src/page/words/en.ts";

const number = fc.integer({ min: 0, max: 400 });
const step = fc
  .record({ at: fc.integer({ min: 0, max: 400 }), verified: number, more: number, corroborated: number, reported: number })
  .map(({ at, verified, more, ...rest }): Step => ({ ...rest, at: at * 86_400_000, verified, lower: verified, upper: verified + more }));
const steps = fc.uniqueArray(step, { maxLength: 30, selector: ({ at }) => at }).map((all) => all.toSorted((a, b) => a.at - b.at));
const bar = fc
  .record({ label: fc.string({ maxLength: 40 }), verified: number, more: number, corroborated: number, reported: number })
  .map(({ verified, more, ...rest }): Bar => ({ ...rest, link: null, verified, lower: verified, upper: verified + more }));

describe("bars", () => {
  test("nobody at all is no picture", () => {
    expect(drawBars([], en, wideBars)).toBeNull();
  });

  test("say each number in words, its bounds too, and reach no further than their room", () => {
    fc.assert(
      fc.property(fc.array(bar, { minLength: 1, maxLength: 20 }), (bars) => {
        for (const layout of [wideBars, narrowBars]) {
          const { text } = drawBars(bars, en, layout)!;
          for (const one of bars) {
            expect(text).toContain(`>${en.chart.support(one)}</text`);
            if (one.upper > one.lower) expect(en.chart.support(one)).toContain(`(${one.lower} to ${one.upper})`);
          }
          for (const [, x] of text.matchAll(/ d="M[\d.]+ [\d.]+H([\d.]+)/g)) expect(Number(x)).toBeLessThanOrEqual(layout.bars[1] + 0.1);
          expect(text).not.toMatch(/NaN|undefined|Infinity/);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("strips", () => {
  test("no change anywhere is no picture", () => {
    expect(drawStatus([{ label: "Held", side: "state", link: "/people", steps: [] }], en, "UTC", wideStrips)).toBeNull();
  });

  test("the axis begins behind a silence of more than half of the time, and what was before is the level at its edge", () => {
    const day = 86_400_000;
    const early = { at: 0, verified: 3, lower: 3, upper: 3, corroborated: 0, reported: 0 };
    const reach = reachOf([0, 1000 * day, 1010 * day])!;
    expect(reach.from).toBeGreaterThan(900 * day);
    expect(stepsOn([early], reach)).toEqual([{ ...early, at: reach.from }]);
    expect(reachOf([0, 10 * day, 20 * day])!.from).toBeLessThan(0);
    expect(reachOf([])).toBeNull();
  });

  test("of any numbers the picture is whole, and labels keep apart", () => {
    fc.assert(
      fc.property(fc.array(steps, { minLength: 1, maxLength: 4 }), (all) => {
        const strips = all.map((each, index) => ({ label: `Strip ${index}`, side: "named" as const, link: "/", steps: each }));
        for (const layout of [wideStrips, narrowStrips]) {
          const drawn = drawStatus(strips, en, "UTC", layout);
          expect(drawn === null).toBe(all.every((each) => each.length === 0));
          expect(drawn?.text ?? "").not.toMatch(/NaN|undefined|Infinity/);
        }
        const place = { x: (at: number) => at / 1e6, y: () => 0, from: 0, to: 4e10 };
        const labels = labelledSteps(all[0]!, place, ({ verified }) => verified, 30);
        for (const [index, { at }] of labels.entries())
          if (index > 0) expect(place.x(at) - place.x(labels[index - 1]!.at)).toBeGreaterThanOrEqual(30);
      }),
      { numRuns: 50 },
    );
  });
});

describe("names of places", () => {
  const point = fc.record({
    x: fc.double({ min: 0, max: 560, noNaN: true }),
    y: fc.double({ min: 0, max: 420, noNaN: true }),
    radius: fc.constantFrom(5, 9, 20),
    text: fc.string({ minLength: 1, maxLength: 40 }),
  });
  test("of any places, no name lies on another or leaves the picture", () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 60 }), (points) => {
        const boxes = placeLabels(points, 560, 420).flatMap((label, nth) => (label === null ? [] : [boxOf(label, points[nth]!.text)]));
        for (const [nth, one] of boxes.entries()) {
          expect(Math.min(one.left, one.top, 560 - one.right, 420 - one.bottom)).toBeGreaterThanOrEqual(-0.001);
          for (const other of boxes.slice(nth + 1))
            expect(
              one.left + 0.001 < other.right &&
                other.left + 0.001 < one.right &&
                one.top + 0.001 < other.bottom &&
                other.top + 0.001 < one.bottom,
            ).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("four in one town are all named, with a line to those that stand apart", () => {
    const town = ["El Helicoide", "El Rodeo", "Rodeo I", "Police station in Caracas (not named)"].map((text) => ({
      x: 270,
      y: 210,
      radius: 9,
      text,
    }));
    const labels = placeLabels(town, 560, 420);
    expect(labels.map((label) => label?.far)).toEqual([false, false, true, true]);
  });
});
