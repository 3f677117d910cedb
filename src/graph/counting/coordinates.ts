/** Where something lies. */
import { CoordinatePrecision as precisionNames } from "../../db/generated/prisma/enums.ts";
import { builder } from "../base/builder.ts";
import type { mutation } from "../base/mutation.ts";
import { coordinatePrecisions, facilityFields } from "../words/record.ts";

const CoordinatePrecision = builder.enumType(precisionNames, {
  name: "CoordinatePrecision",
  description: "How exactly coordinates tell a place.",
  values: coordinatePrecisions,
});

export type Coordinate = { readonly latitude: number; readonly longitude: number; readonly precision: keyof typeof coordinatePrecisions };

export const Coordinates = builder.objectRef<Coordinate>("Coordinates").implement({
  description: "Where a place lies, in degrees (WGS 84).",
  fields: (t) => ({
    latitude: t.exposeFloat("latitude", { description: facilityFields.latitude }),
    longitude: t.exposeFloat("longitude", { description: facilityFields.longitude }),
    precision: t.expose("precision", { type: CoordinatePrecision, description: "How exactly the coordinates tell the place." }),
  }),
});

/** The columns of which coordinates are made. */
export const coordinateColumns = { latitude: true, longitude: true, coordinatePrecision: true } as const;

type InputBuilder = Parameters<Parameters<typeof mutation>[1]["input"]>[0];

/** The same in an input. */
export const coordinatesInput = (t: InputBuilder) => ({
  latitude: t.float({ description: facilityFields.latitude }),
  longitude: t.float({ description: facilityFields.longitude }),
  coordinatePrecision: t.field({ type: CoordinatePrecision, description: facilityFields.coordinatePrecision }),
});
