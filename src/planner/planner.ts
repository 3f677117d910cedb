/**
 * The fast path for what is read: each root field of a query is one statement whose single value is the text of its answer. What is not provably the same as on the ordinary path is left to it, by root field.
 * Why it is made so: docs/decisions/planner.md.
 */
import type { DocumentNode, ExecutionArgs, ExecutionResult, FieldNode, GraphQLObjectType } from "graphql";
import { LRUCache } from "lru-cache";
import type { Context } from "../graph/base/context.ts";
import { fieldsOf, operationOf, type Operation } from "./operation.ts";
import { ExpectedError } from "../errors.ts";
import { answer, asking, keyOf, plan, type Asking, type Plan } from "./plan.ts";
import { unplanned } from "./sql/unplanned.ts";
import { Written } from "./written.ts";

export const planners = ["on", "off", "verify"] as const;
export type PlannerMode = (typeof planners)[number];
/** What became of a root field: it was planned, it was left to the ordinary path, or the two paths did not say the same. */
export type Outcome = "planned" | "ordinary" | "different";

type Execute = (args: ExecutionArgs) => PromiseLike<ExecutionResult> | ExecutionResult;
/** Of a transport that takes text: what it brings along says so. */
type Taking = Context & { readonly takesText?: boolean };

/** A root field of a document: its number in the keys of plans, how often planning it was in vain, and how many plans it has. */
type Place = { readonly number: number; vain: number; shapes: number };

const planBytes = 16_000_000;
const plansPerField = 16;
// What could not be planned so often, and never was, is not tried again.
const triesInVain = 3;
// Of so many answers one is compared.
const sampledOf = 10;

export class Planner {
  private readonly mode: PlannerMode;
  private readonly count: (outcome: Outcome, field: string) => void;
  private readonly plans = new LRUCache<string, Plan>({
    maxSize: planBytes,
    sizeCalculation: ({ sql }, key) => 2 * (sql.length + key.length) + 2000,
  });
  private readonly known = new WeakMap<DocumentNode, Map<string, Place>>();
  private places = 0;

  constructor(mode: PlannerMode, count: (outcome: Outcome, field: string) => void = () => {}) {
    this.mode = mode;
    this.count = count;
  }

  /** Executes a query, or lets `ordinary` do it. */
  async execute(args: ExecutionArgs, ordinary: Execute): Promise<ExecutionResult> {
    const context = args.contextValue as Taking;
    // Whoever may see what is restricted is on record with each record that was read.
    if (this.mode === "off" || context.takesText !== true || context.reads !== null || context.viewer.levels.includes("RESTRICTED"))
      return ordinary(args);
    const planned = await this.planned(args, context);
    if (planned === null) return ordinary(args);
    if (this.mode !== "verify" || Math.random() * sampledOf >= 1) return { data: planned as never };
    const result = await ordinary(args);
    if (JSON.stringify(result.data) !== planned.text) this.count("different", "");
    return result;
  }

  private async planned(args: ExecutionArgs, context: Context): Promise<Written | null> {
    try {
      const operation = operationOf(args);
      const type = args.schema.getQueryType()!;
      const fields = [...fieldsOf(operation, type, [operation.definition.selectionSet])];
      const texts = await Promise.all(
        fields.map(
          async ([key, nodes]) => `${JSON.stringify(key)}:${await this.field(operation, type, key, nodes, args.document, context)}`,
        ),
      );
      return new Written(`{${texts.join(",")}}`);
    } catch {
      // Whatever it is, the ordinary path says it as it should be said.
      return null;
    }
  }

  private async field(
    operation: Operation,
    type: GraphQLObjectType,
    key: string,
    nodes: readonly FieldNode[],
    document: DocumentNode,
    context: Context,
  ): Promise<string> {
    const name = nodes[0]!.name.value;
    if (name === "__typename") return JSON.stringify(type.name);
    const place = this.placeOf(document, `${operation.definition.name?.value} ${key}`);
    if (place.vain >= triesInVain) return unplanned("tried in vain");
    try {
      const asked = await asking({ operation, type, nodes }, context);
      const text = await answer(await this.planFor(place, asked, context), asked, context);
      place.vain = Number.NEGATIVE_INFINITY;
      this.count("planned", name);
      return text;
    } catch (error) {
      // What is wrong with the arguments may be right the next time.
      if (!(error instanceof ExpectedError)) place.vain += 1;
      this.count("ordinary", name);
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
