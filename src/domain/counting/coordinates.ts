/** Where something lies, in degrees (WGS 84), with how exactly that tells the place. Latitude, longitude and precision stand together or not at all. */
import * as z from "zod";
import { CoordinatePrecision } from "../../db/generated/prisma/enums.ts";
import { orNull } from "../input.ts";

const degrees = (most: number) =>
  z
    .number({ error: "degrees" })
    .min(-most, { error: `degrees from -${most} to ${most}` })
    .max(most, { error: `degrees from -${most} to ${most}` });

export const coordinateFields = {
  latitude: orNull(degrees(90)),
  longitude: orNull(degrees(180)),
  coordinatePrecision: orNull(z.enum(CoordinatePrecision)),
};

type Coordinates = {
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly coordinatePrecision: CoordinatePrecision | null;
};

export const areWhole = ({ latitude, longitude, coordinatePrecision }: Coordinates): boolean =>
  (latitude === null) === (longitude === null) && (latitude === null) === (coordinatePrecision === null);
export const wholeExpected = "latitude, longitude and coordinatePrecision together, or none of them";

/** The same as one value; null where they are not on record. */
export const coordinatesOf = ({ latitude, longitude, coordinatePrecision }: Coordinates) =>
  latitude === null || longitude === null || coordinatePrecision === null ? null : { latitude, longitude, precision: coordinatePrecision };
