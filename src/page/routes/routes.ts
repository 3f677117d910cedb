/** Every route of the page. */
import type { Route } from "../base/route.ts";
import { about } from "./about.ts";
import { claims } from "./claims.ts";
import { compare } from "./compare.ts";
import { facilities } from "./facilities.ts";
import { facility } from "./facility.ts";
import { feed } from "./feed.ts";
import { people } from "./people.ts";
import { person } from "./person.ts";
import { releases } from "./releases.ts";
import { situation } from "./situation.ts";
import { source } from "./source.ts";
import { status } from "./status.ts";

export function readRoutes(): readonly Route[] {
  return [situation(), people(), person(), releases(), status(), facilities(), facility(), source(), claims(), compare(), feed(), about()];
}
