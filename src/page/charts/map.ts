/** A map of places on the outline of their countries (Natural Earth, 1:50 million). No tiles, and nothing that is asked of anybody. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { geoMercator, geoPath } from "d3-geo";
import type { Feature } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { html, type Html } from "../base/html.ts";
import { drawOn } from "./shapes/canvas.ts";
import { placeLabels, type Label } from "./shapes/labels.ts";

export type Place = {
  readonly slug: string;
  readonly name: string;
  readonly coordinates: { readonly latitude: number; readonly longitude: number; readonly precision: string } | null;
};

const width = 560;
const height = 420;
const margin = 24;
// How sure a position is, is how large its mark is: a region is not a point.
const radius: Readonly<Record<string, number>> = { EXACT: 5, LOCALITY: 9, REGION: 20 };
type World = Topology<{ countries: GeometryCollection }>;

/** Draws a map; null when no place has a position. The outlines are read once, when first a map is drawn. */
export function createMap() {
  let outlines: readonly Feature[] | undefined;
  return (places: readonly Place[], linkOf: (slug: string) => string, label: string): Html | null => {
    const placed = places.flatMap(({ slug, name, coordinates }) => (coordinates === null ? [] : [{ slug, name, ...coordinates }]));
    if (placed.length === 0) return null;
    outlines ??= readOutlines();
    const points = { type: "MultiPoint" as const, coordinates: placed.map(({ longitude, latitude }) => [longitude, latitude]) };
    const window = [
      [margin, margin],
      [width - margin, height - margin],
    ] as [[number, number], [number, number]];
    const projection = geoMercator().fitExtent(window, points);
    // One place, or several in one town, are shown with the country around them.
    projection.scale(Math.min(projection.scale(), 2400));
    const [longitude, latitude] = [mean(placed.map((place) => place.longitude)), mean(placed.map((place) => place.latitude))];
    projection
      .center([longitude, latitude])
      .translate([width / 2, height / 2])
      .clipExtent([
        [0, 0],
        [width, height],
      ]);
    const path = geoPath(projection).digits(1);
    const land = outlines.map((country) => path(country)).filter((outline) => outline !== null);
    const found = placed.map((place) => {
      const [x, y] = projection([place.longitude, place.latitude])!.map((at) => Math.round(at * 10) / 10);
      return { place, x: x!, y: y!, radius: radius[place.precision] ?? 9, text: place.name };
    });
    // Wide marks lie under narrow ones.
    const drawn = found.toSorted((one, other) => other.radius - one.radius);
    const labels = placeLabels(drawn, width, height);
    const marks = drawn.map(
      ({ place, x, y, radius: r }, nth) =>
        html`<a href="${linkOf(place.slug)}" class="mark"
          ><title>${place.name}</title
          ><circle class="${place.precision === "EXACT" ? "filled" : "filled span"}" cx="${x}" cy="${y}" r="${r}" />${named(
            labels[nth]!,
            place.name,
            { x, y },
          )}</a
        >`,
    );
    return drawOn({ name: "map", width, height, label }, html`<path class="land" d="${land.join("")}" /> <g class="others">${marks}</g>`);
  };
}

/** The name of a place, with a line to it where it stands apart; without one, it is in the table alone. */
function named(label: Label | null, name: string, at: { readonly x: number; readonly y: number }): Html | null {
  if (label === null) return null;
  const line = label.far && html`<path class="grid" d="M${at.x} ${at.y}L${label.x} ${label.y - 4}" />`;
  return html`${line}<text x="${label.x}" y="${label.y}" text-anchor="${label.anchor}">${name}</text>`;
}

function readOutlines(): readonly Feature[] {
  const file = fileURLToPath(import.meta.resolve("world-atlas/countries-50m.json"));
  const world = JSON.parse(readFileSync(file, "utf8")) as World;
  return feature(world, world.objects.countries).features;
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
