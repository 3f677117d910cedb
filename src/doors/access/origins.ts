/** Which web pages may speak to the hub from a browser. The graph reads no cookies and takes no credentials that a browser sends by itself: a page that is let in can do what its user has a key for. (The desk has a cookie, which no other origin can use: sessions.ts.) */

/** All, or these, each as a browser sends it: scheme, host and port. */
export type Origins = "*" | readonly string[];

/** What Access-Control-Allow-Origin says to a page of this origin; null for nothing. */
export function allowOrigin(origins: Origins, origin: string | undefined): string | null {
  if (origins === "*") return "*";
  return origin !== undefined && origins.includes(origin) ? origin : null;
}

/** Whether a page of this origin may open a WebSocket, which CORS says nothing about. Programs send no origin; a page of the hub's own sends its host. */
export function mayConnect(origins: Origins, origin: string | undefined, host: string | undefined): boolean {
  if (origins === "*" || origin === undefined || origins.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
