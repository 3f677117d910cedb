/** Forms of the desk: how they are written, and how what they send is read. */
import type { IncomingMessage } from "node:http";
import { html, nothing, type Content, type Html } from "../../base/html.ts";
import { Misunderstood } from "../../base/route.ts";

export const deskPath = "/desk";

/** A list of a thousand names fits in. */
const largest = 64_000;

/** What a form sent. @throws Misunderstood when it is no form, or too large for one */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers["content-type"] ?? "")) throw new Misunderstood("expected a form.");
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > largest) throw new Misunderstood(`expected a form of at most ${largest} bytes.`);
    parts.push(part);
  }
  return new URLSearchParams(Buffer.concat(parts).toString("utf8"));
}

/** The text of a field; undefined when nothing was written there. */
export const written = (form: URLSearchParams, name: string): string | undefined => form.get(name)?.trim() || undefined;

/** One of several values; undefined for anything else. */
export const enumOf = <Value extends string>(form: URLSearchParams, name: string, values: readonly Value[]): Value | undefined =>
  values.find((value) => value === form.get(name));

/** Texts of one field, apart by the sign. */
export const textsOf = (form: URLSearchParams, name: string, between: RegExp): string[] =>
  (form.get(name) ?? "")
    .split(between)
    .map((text) => text.trim())
    .filter((text) => text !== "");

export const timeOf = (form: URLSearchParams, name = "asOf", zone = "timeZone") => ({
  edtf: written(form, name) ?? "",
  timeZone: written(form, zone) ?? "",
});

export type Hidden = Readonly<Record<string, string | null | undefined>>;

export function formOf(
  action: string,
  hidden: Hidden,
  inside: Content,
  more: { readonly class?: string; readonly check?: string } = {},
): Html {
  return html`<form
    method="post"
    action="${action}"
    class="${more.class ?? "act"}"
    ${more.check ? html` data-check="${more.check}"` : nothing}
  >
    ${Object.entries(hidden).map(([name, value]) => value != null && html`<input type="hidden" name="${name}" value="${value}" />`)}${inside}
  </form>`;
}

export type Choices = readonly (readonly [value: string, words: string])[];
export const choicesOf = (words: Readonly<Record<string, string>>): Choices => Object.entries(words);

export function choice(label: string, name: string, options: Choices, chosen?: string | null): Html {
  return html`<label
    >${label}<select name="${name}">
      ${options.map(([value, words]) => html`<option value="${value}" ${value === chosen ? html` selected` : nothing}>${words}</option>`)}
    </select></label
  >`;
}

/** Several of them. */
export function choiceOfMany(label: string, name: string, options: Choices, chosen: readonly string[]): Html {
  return html`<fieldset>
    <legend>${label}</legend>
    ${options.map(
      ([value, words]) =>
        html`<label class="check"
          ><input type="checkbox" name="${name}" value="${value}" ${chosen.includes(value) ? html` checked` : nothing} />${words}</label
        >`,
    )}
  </fieldset>`;
}

type Line = {
  readonly value?: string | null | undefined;
  readonly required?: boolean;
  readonly hint?: string;
  readonly most?: number;
  readonly number?: boolean;
};
export function line(label: string, name: string, { value, required, hint, most = 500, number }: Line = {}): Html {
  return html`<label
    >${label}<input
      name="${name}"
      value="${value ?? ""}"
      placeholder="${hint ?? ""}"
      maxlength="${most}"
      ${number ? html` inputmode="numeric"` : nothing}
      ${required ? html` required` : nothing}
  /></label>`;
}

export const area = (label: string, name: string, value: string | null, rows: number): Html =>
  html`<label>${label}<textarea name="${name}" rows="${rows}">${value}</textarea></label>`;
