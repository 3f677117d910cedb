/** Who may see a record. */
import { Visibility as levels } from "../../db/generated/prisma/enums.ts";
import { builder } from "../base/builder.ts";
import { visibilities } from "../words/record.ts";

export const Visibility = builder.enumType(levels, {
  name: "Visibility",
  description: "Who may see a record. For all others it is absent, not forbidden: not found, not listed, not counted.",
  values: visibilities,
});
