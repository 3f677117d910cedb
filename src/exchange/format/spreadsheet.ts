/** What spreadsheets make of dates and numbers. It is not guessed at: which day 12/01/2026 is depends on whose spreadsheet it was. A fault says what would have been understood. */
import type { Column } from "./format.ts";

const day = 86_400_000;
/** Day 0 of a spreadsheet's calendar, as it is for every day since March 1900. */
const dayZero = Date.UTC(1899, 11, 30);

/** What a cell that was refused should have been, where it looks like a spreadsheet's work; undefined where it does not. */
export function meantInSpreadsheet(cell: string, { as, part }: Column): string | undefined {
  if (part === "edtf" || as === "instant") {
    const readings = daysMeant(cell.trim());
    if (readings.length > 0)
      return `${readings.join(" or ")} (year, month, day; a spreadsheet writes dates in its own way: format the column as text)`;
  }
  if ((as === "count" || as === "number") && /^-?\d+,\d+$/.test(cell) && !/^\d{1,3},\d{3}$/.test(cell))
    return `${cell.replace(",", ".")}, with a point before decimals`;
  return undefined;
}

/** The ISO days, some with a time, that a spreadsheet's cell may mean. */
function daysMeant(cell: string): string[] {
  if (/^[2-9]\d{4}(\.\d+)?$/.test(cell)) return [new Date(dayZero + Math.floor(Number(cell)) * day).toISOString().slice(0, 10)];
  const [, date, hour, minute] = /^(\d{4}-\d\d-\d\d) +(\d\d?):(\d\d)(?::\d\d)?$/.exec(cell) ?? [];
  if (date !== undefined)
    return isDay(date) ? [...(hour === "00" && minute === "00" ? [date] : []), `${date}T${hour!.padStart(2, "0")}:${minute}`] : [];
  const [, year, monthThere, dayThere] = /^(\d{4})[-/.](\d\d?)[-/.](\d\d?)$/.exec(cell) ?? [];
  if (year !== undefined) return [iso(year, monthThere!, dayThere!)].filter(isDay);
  const [, first, second, century] = /^(\d\d?)[/.-](\d\d?)[/.-](\d{4}|\d\d)(?: .*)?$/.exec(cell) ?? [];
  if (first === undefined || second === undefined || century === undefined) return [];
  const full = century.length === 2 ? `20${century}` : century;
  return [...new Set([iso(full, second, first), iso(full, first, second)])].filter(isDay);
}

const iso = (year: string, month: string, date: string) => `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;

function isDay(text: string): boolean {
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}
