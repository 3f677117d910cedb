/** The messages of graphql-transport-ws as they arrive: size and nesting are bounded before anything uses them. Whether they are well formed is graphql-ws's own check. */
import { MessageType, validateMessage, type Message } from "graphql-ws";
import { maxNesting, nestedDeeperThan } from "../limits/nesting.ts";

/** The largest message, in characters; `subscribe` carries an operation, the others next to nothing. */
const maxLength: Readonly<Record<string, number>> = {
  [MessageType.Subscribe]: 1_000_000,
  [MessageType.ConnectionInit]: 16_000,
  [MessageType.Ping]: 4000,
  [MessageType.Pong]: 4000,
  [MessageType.Complete]: 1000,
};
const maxIdLength = 256;

/** What is wrong with a message, in words that a close frame carries. */
export class MessageRefused extends Error {
  override name = "MessageRefused";
}

/** @throws MessageRefused */
export function readMessage(text: string): Message {
  let message: Message;
  try {
    const value: unknown = JSON.parse(text);
    message = validateMessage(withQuery(value));
    // An operation whose variables are too deep is refused on its own id, as over HTTP.
    if (message.type !== MessageType.Subscribe && nestedDeeperThan(maxNesting, value))
      throw new MessageRefused(`Message nested deeper than ${maxNesting} levels`);
  } catch (error) {
    if (error instanceof MessageRefused) throw error;
    throw new MessageRefused("Invalid message received");
  }
  const max = maxLength[message.type];
  if (max === undefined) throw new MessageRefused("A message that only a server sends");
  if (text.length > max) throw new MessageRefused(`A ${message.type} message has at most ${max} characters`);
  if ("id" in message && message.id.length > maxIdLength) throw new MessageRefused(`An id has at most ${maxIdLength} characters`);
  return message;
}

/** An operation that is named by its document's id carries no text. graphql-ws knows only operations with one. */
function withQuery(value: unknown): unknown {
  const { type, payload } = (value ?? {}) as { type?: unknown; payload?: Record<string, unknown> | null };
  if (type !== MessageType.Subscribe || payload === null || typeof payload !== "object" || payload["query"] != null) return value;
  const named = typeof payload["documentId"] === "string" || (payload["extensions"] as { persistedQuery?: unknown } | null)?.persistedQuery;
  return named ? { ...(value as object), payload: { ...payload, query: "" } } : value;
}
