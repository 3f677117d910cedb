/** The row of one source: its claims at the times for which they speak, and on the right what it says by now. */
import { html, nothing, type Html } from "../../base/html.ts";
import { quantityInWords, quantitySign } from "../../words/quantity.ts";
import { spanInWords } from "../../words/span.ts";
import type { Words } from "../../words/words.ts";
import { extentOf, laneHeight, labelWidth, shorten, type Block, type Frame } from "./frame.ts";
import { drawMark } from "../shapes/mark.ts";
import { isQuantified, type Count, type Mark, type Row } from "./picture.ts";
import { placeMarks, type Placed } from "./place-marks.ts";
import { round } from "../shapes/time-axis.ts";

const longestWords = 26;

export function sourceRow(row: Row, frame: Frame): Block {
  const { drawing, layout, time } = frame;
  const { words } = drawing;
  const half = (layout.time[1] - layout.time[0]) / 2;
  const marks = row.marks
    .map((mark) => ({ ...extentOf(mark, time), mark, text: labelOf(mark, row, words) }))
    // What says little of when stands beneath what says more.
    .toSorted((a, b) => Number(a.to - a.from > half) - Number(b.to - b.from > half));
  const placed = placeMarks(
    marks.map(({ from, to, text }) => ({ from, to, width: labelWidth(text) })),
    layout.time[0],
    layout.time[1] + 50,
  );
  const lanes = Math.max(0, ...placed.map(({ lane }) => lane)) + 1;
  const columns = layout.name === "wide";
  const before = columns ? 0 : 20;
  const height = Math.max(columns ? 44 : 40, lanes * laneHeight + 18) + before + (columns ? 0 : 14);
  const note = words.chart.sourceKinds[row.source.kind];
  const { latest } = row;
  const place = latest?.facility ? words.chart.only(latest.facility.name) : null;
  return {
    height,
    draw(top) {
      const first = top + before + 26;
      const middle = first + ((lanes - 1) * laneHeight) / 2;
      const name = html`<a href="${drawing.sourceLink(row.source.slug)}"
        ><text class="name" x="0" y="${columns ? middle - 2 : top + 16}"
          >${shorten(row.source.name, columns ? 30 : latest ? 32 : 44)}<title>${row.source.name}</title></text
        ></a
      >`;
      return html`<g class="row ${row.side}"
        >${name}${columns && html`<text class="note" x="0" y="${middle + 13}">${[note, place].filter(Boolean).join(" · ")}</text>`}${Array.from({ length: lanes }, (_, lane) => html`<path class="line" d="M${layout.time[0]} ${first + lane * laneHeight}H${layout.time[1]}" />`)}${marks.map(({ mark, text, from, to }, index) => markOf(mark, text, { from, to }, placed[index]!, first, frame))}${latest === null ? nothing : latestOf(latest, columns ? middle : first + (lanes - 1) * laneHeight + 20, top, frame)}</g
      >`;
    },
  };
}

/** The number; where there is none, the source's own words, if nothing else in its row has any. */
function labelOf({ claim }: Mark, row: Row, words: Words): string {
  if (isQuantified(claim)) return `${claim.measure === "INCREMENT" ? "+" : ""}${quantitySign(claim, words.language)}`;
  if (row.marks.some((mark) => isQuantified(mark.claim)) && row.side !== "state") return "";
  return claim.quote === null ? words.chart.noNumber : `“${shorten(claim.quote, longestWords)}”`;
}

function markOf(
  mark: Mark,
  text: string,
  extent: { from: number; to: number },
  { lane, label }: Placed,
  first: number,
  { drawing, time }: Frame,
): Html {
  const { claim, repeated } = mark;
  const y = first + lane * laneHeight;
  const shape = drawMark({
    ...extent,
    y,
    hollow: claim.metric === "ANNOUNCED",
    numberless: !isQuantified(claim),
    openLeft: mark.from === null || mark.from < time.from,
    openRight: mark.to === null || mark.to > time.to,
  });
  return html`<a href="${drawing.linkOf(claim)}" class="mark"
    ><title>${titleOf(claim, repeated.length, drawing.words)}</title
    >${shape}${label && html`<text class="${isQuantified(claim) ? "number" : "said"}" x="${round(label.x)}" y="${label.above ? y - 8 : y + 4.5}" text-anchor="${label.anchor}">${text}</text>`}</a
  >`;
}

/** A claim in a sentence: what a pointer, and a screen reader, find at its mark. */
export function titleOf(claim: Count, repeated: number, words: Words): string {
  const number = `${quantityInWords(claim, words.language)} ${words.chart.counts[claim.metric]}`;
  const pages = repeated > 0 ? words.chart.pages(repeated + 1) : null;
  const where = claim.facility ? words.chart.only(claim.facility.name) : null;
  return `${claim.assertedBy.name}: ${[number, where, spanInWords(claim.asOf, words.language), pages].filter(Boolean).join(", ")}`;
}

function latestOf(claim: Count, middle: number, top: number, { drawing, layout, x }: Frame): Html {
  const sign = quantitySign(claim, drawing.words.language);
  const [from, to] = [x(claim.lower ?? 0), x(claim.upper ?? claim.lower ?? 0)];
  const open = claim.lower !== null && claim.upper === null;
  const below = claim.upper !== null && claim.lower === null;
  const hollow = claim.metric === "ANNOUNCED";
  const shape = drawMark({
    from: below ? to : from,
    to,
    y: middle,
    hollow,
    noUpper: open,
    noLower: below,
  });
  const number =
    layout.name === "wide"
      ? html`<text class="number" x="${to + (open ? 22 : 11)}" y="${middle + 4.5}">${sign}</text>`
      : html`<text class="number" x="${layout.width - 4}" y="${top + 16}" text-anchor="end">${sign}</text>`;
  return html`<g class="latest"><path class="stem" d="M${layout.count[0]} ${middle}H${below ? to : from}" />${shape}${number}</g>`;
}
