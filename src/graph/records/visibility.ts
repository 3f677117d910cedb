/** Who may see a record. */
import { Visibility as levels } from "../../db/generated/prisma/enums.ts";
import { builder } from "../base/builder.ts";

export const Visibility = builder.enumType(levels, {
  name: "Visibility",
  description:
    "Who may see a row: everyone, keys with the scope PARTNER, or keys with the scope EDITOR. For all others it is absent, not forbidden.",
});
