/** Somebody at the desk without a script: keeps the cookie, reads the forms, sends them. */
import type { Hub } from "../../kit/hub.ts";

export type Shown = { readonly status: number; readonly headers: Headers; readonly text: string };

export class Visitor {
  cookie = "";
  private readonly hub: Hub;
  constructor(hub: Hub) {
    this.hub = hub;
  }

  async open(path: string, headers: Record<string, string> = {}): Promise<Shown> {
    return this.fetched(path, { headers: this.headers(headers) });
  }

  /** Sends a form, and goes where the answer leads. */
  async send(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Shown> {
    const sent = await this.fetched(path, { method: "POST", headers: this.headers(headers), body: new URLSearchParams(fields) });
    return sent.status === 303 ? this.open(sent.headers.get("location")!) : sent;
  }

  async signIn(key: string): Promise<Shown> {
    return this.send("/desk/sign-in", { key });
  }

  private headers(more: Record<string, string>): Record<string, string> {
    return { accept: "text/html", "accept-language": "en", ...(this.cookie && { cookie: this.cookie }), ...more };
  }

  private async fetched(path: string, init: RequestInit): Promise<Shown> {
    const response = await fetch(new URL(path, this.hub.url), { redirect: "manual", ...init });
    for (const set of response.headers.getSetCookie())
      this.cookie = set.split(";")[0]!.replace(/=$/, "") === "paradero_desk" ? "" : set.split(";")[0]!;
    return { status: response.status, headers: response.headers, text: await response.text() };
  }
}

/** All that the form with this button or hidden act would send, as it is shown: what is written, what is chosen, what is ticked. */
export function fieldsOf({ text }: Shown, act: string): Record<string, string> {
  const form = text
    .split("<form ")
    .find((each) => each.includes(`name="act" value="${act}"`))!
    .split("</form>")[0]!;
  const inputs = Array.from(form.matchAll(/<input [^>]*name="([^"]+)"[^>]*>/g)).filter(
    ([tag]) => !tag.includes('type="checkbox"') || tag.includes(" checked"),
  );
  const selects = Array.from(form.matchAll(/<select name="([^"]+)">(.*?)<\/select>/gs), ([, name, options]) => {
    const chosen = /<option value="([^"]*)"\s+selected/.exec(options!) ?? /<option value="([^"]*)"/.exec(options!);
    return [name!, chosen?.[1] ?? ""];
  });
  const areas = Array.from(form.matchAll(/<textarea name="([^"]+)"[^>]*>([^<]*)</g), ([, name, value]) => [name!, value!]);
  const written = inputs.map(([tag, name]) => [name!, / value="([^"]*)"/.exec(tag)?.[1] ?? ""]);
  return Object.fromEntries([...written, ...selects, ...areas, ["act", act]].map(([name, value]) => [name!, plain(value!)]));
}

const plain = (text: string) => text.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&lt;", "<").replaceAll("&amp;", "&");

/** The hidden fields of the form that does this. */
export function hiddenOf({ text }: Shown, act: string): Record<string, string> {
  const form = text.split("<form ").find((each) => each.includes(`name="act" value="${act}"`))!;
  return Object.fromEntries(
    Array.from(form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g), ([, name, value]) => [name!, value!]),
  );
}
