/** The cookie of a session: for the desk alone, out of reach of scripts, never sent along from another site. */
import type { IncomingMessage } from "node:http";
import { deskPath } from "./forms/form.ts";
import { sessionSeconds } from "../../doors/access/sessions.ts";

const name = "paradero_desk";

/** What the browser keeps; null to forget it. Its path keeps it from the graph, which reads no cookies besides. */
export function cookieOf(sealed: string | null, scheme: "http" | "https"): string {
  const age = sealed === null ? 0 : sessionSeconds;
  return `${name}=${sealed ?? ""}; Path=${deskPath}; Max-Age=${age}; HttpOnly; SameSite=Strict${scheme === "https" ? "; Secure" : ""}`;
}

export function sealedIn({ headers }: IncomingMessage): string | null {
  const found = headers.cookie?.split(/;\s*/).find((each) => each.startsWith(`${name}=`));
  return found?.slice(name.length + 1) || null;
}
