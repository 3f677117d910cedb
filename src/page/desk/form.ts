/** Forms of the desk: how they are written, and how what they send is read. */
import type { IncomingMessage } from "node:http";
import { html, nothing, type Content, type Html } from "../base/html.ts";
import { Misunderstood } from "../base/route.ts";

const largest = 20_000;

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

type Choice = readonly (readonly [value: string, words: string])[];
export function choice(label: string, name: string, options: Choice, chosen?: string | null): Html {
  return html`<label
    >${label}<select name="${name}">
      ${options.map(([value, words]) => html`<option value="${value}" ${value === chosen ? html` selected` : nothing}>${words}</option>`)}
    </select></label
  >`;
}

type Line = {
  readonly value?: string | null;
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
