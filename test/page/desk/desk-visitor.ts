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

/** The hidden fields of the form that does this. */
export function hiddenOf({ text }: Shown, act: string): Record<string, string> {
  const form = text.split("<form ").find((each) => each.includes(`name="act" value="${act}"`))!;
  return Object.fromEntries(
    Array.from(form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g), ([, name, value]) => [name!, value!]),
  );
}
