/** The schema as HTML: every type with its fields, arguments, defaults, costs and what is deprecated; every field of the root with an example. */
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedDirective,
  isUnionType,
  Kind,
  print,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
} from "graphql";
import { html, nothing, type Content, type Html } from "../base/html.ts";
import type { ReferenceWords } from "../words/reference.ts";
import { exampleOf } from "./example.ts";

type Field = GraphQLField<unknown, unknown>;
type Group = { readonly name: keyof ReferenceWords["groups"]; readonly types: readonly GraphQLNamedType[] };

export function groupsOf(schema: GraphQLSchema): readonly Group[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter((type) => type != null);
  const own = Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith("__") && !roots.some(({ name }) => name === type.name))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  const isObjective = (type: GraphQLNamedType) => isObjectType(type) || isInterfaceType(type) || isUnionType(type);
  return [
    { name: "roots", types: roots },
    { name: "objects", types: own.filter(isObjective) },
    { name: "inputs", types: own.filter(isInputObjectType) },
    { name: "enums", types: own.filter(isEnumType) },
    { name: "scalars", types: own.filter((type) => !isObjective(type) && !isInputObjectType(type) && !isEnumType(type)) },
  ];
}

export function typeSection(schema: GraphQLSchema, type: GraphQLNamedType, words: ReferenceWords): Html {
  return html`<section id="${type.name}">
    <h3><a href="#${type.name}">${type.name}</a> <span class="kind">${kindOf(type, words)}</span></h3>
    ${type.description && html`<p>${described(type.description)}</p>`}${membersOf(schema, type, words)}
  </section>`;
}

function kindOf(type: GraphQLNamedType, { kinds }: ReferenceWords): Html {
  const interfaces = isObjectType(type) || isInterfaceType(type) ? type.getInterfaces() : [];
  const kind = isObjectType(type)
    ? kinds.object
    : isInterfaceType(type)
      ? kinds.interface
      : isUnionType(type)
        ? kinds.union
        : isInputObjectType(type)
          ? kinds.input
          : isEnumType(type)
            ? kinds.enum
            : kinds.scalar;
  return html`${kind}${interfaces.length > 0 && html`, ${joined(interfaces.map((one) => typeLink(one)))}`}`;
}

function membersOf(schema: GraphQLSchema, type: GraphQLNamedType, words: ReferenceWords): Html {
  if (isUnionType(type)) return html`<p>${joined(type.getTypes().map((one) => typeLink(one)))}</p>`;
  if (isEnumType(type))
    return html`<dl>
      ${type.getValues().map(({ name, description, deprecationReason }) => entry(html`${name}`, description, deprecationReason, words))}
    </dl>`;
  if (isInputObjectType(type)) return html`<dl>${Object.values(type.getFields()).map((field) => given(field, words))}</dl>`;
  if (!isObjectType(type) && !isInterfaceType(type)) return nothing;
  const root = (["query", "mutation", "subscription"] as const).find(
    (operation) => schema.getRootType(operation as never)?.name === type.name,
  );
  return html`<dl>${Object.values(type.getFields()).map((field) => fieldEntry(type, field, root ?? null, words))}</dl>`;
}

function fieldEntry(type: GraphQLNamedType, field: Field, root: "query" | "mutation" | "subscription" | null, words: ReferenceWords): Html {
  const head = html`<a href="#${type.name}.${field.name}">${field.name}</a>: ${typeLink(field.type)}${costOf(field, words)}`;
  const more = html`${field.args.length > 0 && html`<dl>${field.args.map((argument) => given(argument, words))}</dl>`}${
    root &&
    html`<details>
      <summary>${words.example}</summary>
      <pre>${exampleOf(root, field)}</pre>
    </details>`
  }`;
  return entry(head, field.description, field.deprecationReason, words, { id: `${type.name}.${field.name}`, more });
}

function given(input: GraphQLArgument | GraphQLInputField, words: ReferenceWords): Html {
  const standard = input.astNode?.defaultValue;
  const head = html`${input.name}: ${typeLink(input.type)}${standard && html` = <code>${print(standard)}</code>`}`;
  return entry(head, input.description, input.deprecationReason, words);
}

type More = { readonly id?: string; readonly more?: Html };
function entry(
  head: Html,
  description: string | null | undefined,
  gone: string | null | undefined,
  words: ReferenceWords,
  { id, more }: More = {},
): Html {
  return html`<dt ${id ? html` id="${id}"` : nothing}>${gone == null ? head : html`<s>${head}</s>`}</dt>
    <dd>${description}${gone != null && html` <span class="gone">${words.deprecated}: ${gone}</span>`}${more ?? nothing}</dd>`;
}

function typeLink(type: GraphQLType): Html {
  const [, before = "", after = ""] = /^(\[*)\w+(.*)$/.exec(String(type))!;
  const { name } = getNamedType(type);
  return html`${before}<a href="#${name}">${name}</a>${after}`;
}

/** What a field costs of the caller's budget, where it is more than one point. */
function costOf({ astNode }: Field, { costs }: ReferenceWords): Html {
  const cost = astNode?.directives?.find(({ name }) => name.value === "cost")?.arguments?.[0]?.value;
  return cost?.kind === Kind.STRING ? html` <span class="kind">${costs(cost.value)}</span>` : nothing;
}

/** The directives of the hub's own. */
export const directivesOf = (schema: GraphQLSchema, words: ReferenceWords): Html =>
  html`<dl>
    ${schema
      .getDirectives()
      .filter((directive) => !isSpecifiedDirective(directive))
      .map(({ name, description, args }) =>
        entry(html`@${name}`, description, null, words, { more: html`<dl>${args.map((argument) => given(argument, words))}</dl>` }),
      )}
  </dl>`;

/** Names stand between backticks in a description. */
const described = (text: string | null | undefined): readonly Content[] =>
  (text ?? "").split("`").map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));

const joined = (parts: readonly Html[]): Html => html`${parts.map((part, index) => html`${index > 0 && ", "}${part}`)}`;
