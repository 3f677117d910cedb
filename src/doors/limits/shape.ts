/**
 * How large a document is as it is written, whatever its names mean: counted before validation, which takes time in the square of some of these numbers, and with everything in it:
 * aliases, `__typename`, introspection, fragments as often as they are spread.
 */
import { Kind, visit, type DocumentNode, type SelectionSetNode } from "graphql";
import { TooMuch } from "../../errors.ts";
import { maxNesting } from "./nesting.ts";

export const maxTokens = 10_000;
/** `fields` and `depth` are those of one operation with its fragments spread; `written` are all fields of the document as it stands. */
export const maxShape = { definitions: 60, written: 1500, fields: 500, depth: 16 } as const;

type Size = { readonly fields: number; readonly depth: number };
const nothing: Size = { fields: 0, depth: 0 };

const refuse = (what: string, size: number, max: number) =>
  new TooMuch(`The query is too large (${what} ${size}, at most ${max}). Ask for less at once, or in several operations.`);

/** @throws TooMuch */
export function checkShape(document: DocumentNode): void {
  if (document.definitions.length > maxShape.definitions) throw refuse("definitions", document.definitions.length, maxShape.definitions);
  checkLiterals(document);
  const fragments = new Map(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each.selectionSet] as const] : [])),
  );
  let written = 0;
  const sizes = new Map<SelectionSetNode, Size>();
  const sizeOf = (set: SelectionSetNode | undefined): Size => {
    if (set === undefined) return nothing;
    const known = sizes.get(set);
    if (known) return known;
    // A fragment that spreads itself is for validation to refuse; here it must only end.
    sizes.set(set, nothing);
    let [fields, depth] = [0, 0];
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) written += 1;
      const inner = sizeOf(selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection.selectionSet);
      const own = selection.kind === Kind.FIELD ? 1 : 0;
      fields += inner.fields + own;
      depth = Math.max(depth, inner.depth + own);
    }
    const size = { fields, depth };
    sizes.set(set, size);
    return size;
  };
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION && definition.kind !== Kind.FRAGMENT_DEFINITION) continue;
    const { fields, depth } = sizeOf(definition.selectionSet);
    if (depth > maxShape.depth) throw refuse("depth", depth, maxShape.depth);
    if (fields > maxShape.fields) throw refuse("breadth", fields, maxShape.fields);
  }
  if (written > maxShape.written) throw refuse("fields", written, maxShape.written);
}

/** Lists and objects in the text are nested no deeper than in variables. */
function checkLiterals(document: DocumentNode): void {
  let level = 0;
  const inner = {
    enter() {
      level += 1;
      if (level > maxNesting) throw refuse("nesting of a literal", level, maxNesting);
    },
    leave() {
      level -= 1;
    },
  };
  visit(document, { ListValue: inner, ObjectValue: inner });
}
