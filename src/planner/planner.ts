/**
 * The fast path for what is read: each root field of a query is one statement whose single value is the text of its answer. What is not provably the same as on the ordinary path is left to it, and with it the whole query.
 * Why it is made so: docs/decisions/planner.md.
 */
import type { DocumentNode, ExecutionArgs, ExecutionResult } from "graphql";
import { LRUCache } from "lru-cache";
import type { Single } from "../db/database.ts";
import type { Context } from "../graph/base/context.ts";
import { traced } from "../tracing/trace.ts";
import { fieldsOf, operationOf } from "./operation.ts";
import { ExpectedError } from "../errors.ts";
import { answer, asking, keyOf, plan, type Asking, type Plan, type ReadVersion, type Root } from "./plan.ts";
import { freedomOf, learn, pageByRote, valueByRote, valuesOf, type Rote } from "./rote.ts";
import { unplanned } from "./sql/unplanned.ts";
import { Written } from "./written.ts";

export const planners = ["on", "off", "verify"] as const;
export type PlannerMode = (typeof planners)[number];
/** What became of a root field: it was planned, it was left to the ordinary path, or the two paths did not say the same. */
export type Outcome = "planned" | "ordinary" | "different";

type Execute = (args: ExecutionArgs) => PromiseLike<ExecutionResult> | ExecutionResult;
/** Of a transport that takes text: what it brings along says so, and where answers are kept, of which version this one will be. */
type Taking = Context & { readonly takesText?: boolean; readonly version?: ReadVersion | undefined };

/** `alone`: nothing else is read for the answer. */
type Field = Root & { readonly alone: boolean };

/** A root field of a document: its number in the keys of plans, how often planning it was in vain, and how many plans it has. */
type Place = { readonly number: number; vain: number; shapes: number };

const planBytes = 16_000_000;
const roteBytes = 8_000_000;
const plansPerField = 16;
// What could not be planned so often, and never was, is not tried again.
const triesInVain = 3;
// Of so many answers one is compared.
const sampledOf = 10;

export class Planner {
  private readonly mode: PlannerMode;
  private readonly single: Single;
  private readonly count: (outcome: Outcome, field: string) => void;
  private readonly plans = new LRUCache<string, Plan>({
    maxSize: planBytes,
    sizeCalculation: ({ sql }, key) => 2 * (2 * sql.length + key.length) + 2000,
  });
  private readonly rotes = new LRUCache<string, Rote | "once" | "each time">({
    maxSize: roteBytes,
    sizeCalculation: (_rote, key) => 2 * key.length + 1000,
  });
  private readonly known = new WeakMap<DocumentNode, Map<string, Place>>();
  private places = 0;

  constructor(mode: PlannerMode, single: Single, count: (outcome: Outcome, field: string) => void = () => {}) {
    this.mode = mode;
    this.single = single;
    this.count = count;
  }

  /** Executes a query, or lets `ordinary` do it. */
  async execute(args: ExecutionArgs, ordinary: Execute): Promise<ExecutionResult> {
    const context = args.contextValue as Taking;
    if (this.mode === "off" || !this.mayPlan(context)) return ordinary(args);
    const planned = await this.planned(args, context);
    if (planned === null) return ordinary(args);
    if (this.mode !== "verify" || Math.random() * sampledOf >= 1) return { data: planned as never };
    const result = await ordinary(args);
    if (await this.differs(planned, result, args, context)) this.count("different", "");
    return result;
  }

  /** The same where nothing else is to be done than to give what is planned; null where that cannot be. */
  async quickly(args: ExecutionArgs): Promise<ExecutionResult | null> {
    const context = args.contextValue as Taking;
    if (this.mode !== "on" || !this.mayPlan(context)) return null;
    const planned = await this.planned(args, context);
    return planned && { data: planned as never };
  }

  // Whoever may see what is restricted is on record with each record that was read.
  private mayPlan({ takesText, reads, viewer }: Taking): boolean {
    return takesText === true && reads === null && !viewer.levels.includes("RESTRICTED");
  }

  /** What was committed between the two makes no difference: then the planner says the other too by now. */
  private async differs({ text }: Written, result: ExecutionResult, args: ExecutionArgs, context: Context): Promise<boolean> {
    if (JSON.stringify(result.errors === undefined ? result.data : result) === text) return false;
    return (await this.planned(args, context))?.text === text;
  }

  private async planned(args: ExecutionArgs, context: Context): Promise<Written | null> {
    try {
      const operation = operationOf(args);
      const type = args.schema.getQueryType()!;
      const fields = [...fieldsOf(operation, type, [operation.definition.selectionSet])];
      const fieldText = async ([key, nodes]: (typeof fields)[number], alone: boolean) =>
        `${JSON.stringify(key)}:${await this.field({ operation, type, nodes, alone }, key, args, context)}`;
      const texts = await Promise.all(fields.map(async (field) => fieldText(field, fields.length === 1)));
      return new Written(`{${texts.join(",")}}`);
    } catch {
      // Whatever it is, the ordinary path says it as it should be said.
      return null;
    }
  }

  private async field(root: Field, key: string, args: ExecutionArgs, context: Taking): Promise<string> {
    const name = root.nodes[0]!.name.value;
    if (name === "__typename") return JSON.stringify(root.type.name);
    if (name.startsWith("__")) return unplanned("the schema");
    const place = this.placeOf(args.document, `${root.operation.definition.name?.value} ${key}`);
    if (place.vain >= triesInVain) return unplanned("tried in vain");
    try {
      const text = await this.text(place, root, args, context);
      this.count("planned", name);
      return text;
    } catch (error) {
      this.count("ordinary", name);
      throw error;
    }
  }

  private async text(place: Place, root: Field, args: ExecutionArgs, context: Taking): Promise<string> {
    const { operation } = root;
    const freedom = freedomOf(operation, context);
    const key = `${place.number} ${freedom.key}`;
    const rote = this.rotes.get(key);
    const { version } = context;
    const readsAlong = typeof rote === "object" && root.alone && version?.value === undefined;
    if (version !== undefined && !readsAlong) await version.before();
    if (typeof rote === "object") {
      const page = pageByRote(rote, root, context);
      const along = readsAlong ? version : undefined;
      return answer(rote.plan, valueByRote(rote, freedom, page), { operation, page, context }, this.single, along);
    }
    const [asked, found] = await traced(
      () => ({ name: "plan" }),
      () => this.tried(place, root, context),
    );
    const values = valuesOf(asked);
    const { page } = asked.rehearsed;
    const text = await answer(found, (at) => values[at], { operation, page, context }, this.single);
    const again = (variables: object) =>
      asking({ ...root, operation: operationOf({ ...args, variableValues: { ...args.variableValues, ...variables } }) }, context);
    if (rote === undefined) this.rotes.set(key, "once");
    // What is asked a second time may be asked often.
    if (rote === "once") this.rotes.set(key, (await learn(found, asked, context, freedom, again).catch(() => null)) ?? "each time");
    return text;
  }

  private async tried(place: Place, root: Root, context: Context): Promise<[Asking, Plan]> {
    try {
      const asked = await asking(root, context);
      const found = await this.planFor(place, asked, context);
      place.vain = Number.NEGATIVE_INFINITY;
      return [asked, found];
    } catch (error) {
      // What is wrong with the arguments may be right the next time.
      if (!(error instanceof ExpectedError)) place.vain += 1;
      throw error;
    }
  }

  private async planFor(place: Place, asked: Asking, context: Context): Promise<Plan> {
    const shape = `${place.number} ${keyOf(asked, context)}`;
    const known = this.plans.get(shape);
    if (known !== undefined) return known;
    if (place.shapes >= plansPerField) return unplanned("too many shapes");
    place.shapes += 1;
    const made = await plan(asked, context);
    this.plans.set(shape, made);
    return made;
  }

  private placeOf(document: DocumentNode, key: string): Place {
    const places = this.known.get(document) ?? new Map<string, Place>();
    this.known.set(document, places);
    const place = places.get(key) ?? { number: (this.places += 1), vain: 0, shapes: 0 };
    places.set(key, place);
    return place;
  }
}
