/** One operation over HTTP, and its answer. */

export type Answer<Data = Record<string, any>> = {
  status: number;
  data: Data;
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, any> }[];
};

/** Sends one operation, with the given key or none (null). */
export type Send = <Data = Record<string, any>>(
  query: { toString(): string },
  variables?: object,
  key?: string | null,
) => Promise<Answer<Data>>;

/** Sends operations to a hub at an address, with this key where no other is given. */
export function sendTo(url: string, key: string): Send {
  return async (query, variables = {}, sender = key) => {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...(sender === null ? {} : { authorization: `Bearer ${sender}` }) },
      body: JSON.stringify({ query: String(query), variables }),
    });
    return { status: response.status, ...((await response.json()) as object) } as never;
  };
}
