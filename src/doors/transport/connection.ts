/**
 * One WebSocket that speaks graphql-transport-ws. The messages are graphql-ws's own; its server is not used, because it keeps for each idle subscriber the text of the operation, several closures and
 * a timer, half as much again as the socket itself. Here a connection keeps a map of its operations, and a subscription to the feed is one small object in it.
 */
import type { Duplex } from "node:stream";
import { getOperationAST, GraphQLError, type DocumentNode, type ExecutionResult } from "graphql";
import { CloseCode, MessageType, type Message, type SubscribeMessage } from "graphql-ws";
import type { WebSocket } from "ws";
import type { Viewer } from "../../domain/viewer.ts";
import { TooMany, type ExpectedError } from "../../errors.ts";
import type { FeedStream } from "../../feed/deliver/groups.ts";
import type { Payload } from "../../feed/deliver/payload.ts";
import { Subscriber, type Outlet } from "../../feed/deliver/subscriber.ts";
import type { Stream, Streams } from "../open-streams.ts";
import { MessageRefused, readMessage } from "./messages.ts";

/** What an operation comes to: one answer, several, or a subscription to the feed. */
export type Answers = ExecutionResult | AsyncIterable<ExecutionResult> | FeedStream;

export type Prepared = { readonly document: DocumentNode; perform(subscribes: boolean, signal: AbortSignal): Promise<Answers> };

/** What connections are given of the hub. */
export type Host = {
  readonly streams: Streams;
  /** Sets the viewer of a connection that was opened with this `authorization`. @throws Unauthenticated, TooMany */
  admit(connection: Connection, authorization: string | null): Promise<void>;
  /** Parses and validates an operation, to be performed afterwards. @throws the errors, masked, as a list */
  prepare(connection: Connection, message: SubscribeMessage): Prepared;
  isFeed(answers: Answers): answers is FeedStream;
  leave(subscriber: Subscriber): void;
  mask(error: unknown): GraphQLError;
  /** The connection is over. */
  closed(connection: Connection): void;
};

// "Service restart" and "try again later": clients come back by themselves.
export const closeCodes = { restart: 1012, later: 1013 } as const;
const terminateAfterMilliseconds = 2000;
const initTimeoutMilliseconds = 3000;

type Operation = Subscriber | AsyncIterator<ExecutionResult> | AbortController;

export class Connection implements Outlet, Stream {
  readonly transport = "websocket";
  readonly address: string;
  viewer: Viewer | null = null;
  authorization: string | null = null;
  private readonly host: Host;
  private readonly socket: WebSocket;
  private readonly wire: Duplex;
  private readonly operations = new Map<string, Operation>();
  private greeting: "awaited" | "received" | "answered" = "awaited";
  private answering = true;
  /** The code that it was closed with from here; a peer that is gone does not echo it. */
  sent: number | undefined;
  private tickAt: number;

  constructor(host: Host, socket: WebSocket, wire: Duplex, address: string) {
    this.host = host;
    this.socket = socket;
    this.wire = wire;
    this.address = address;
    this.tickAt = performance.now() + initTimeoutMilliseconds;
  }

  get closed(): boolean {
    return this.socket.readyState !== this.socket.OPEN;
  }

  get full(): boolean {
    return this.host.streams.backpressure.isFull(this.wire);
  }

  drained(): Promise<void> {
    return this.host.streams.backpressure.drained(this, this.wire);
  }

  // Frames are written beside ws, which writes its own whole and at once when nothing is compressed: they cannot mix.
  put(payload: Payload, { id }: Subscriber): void {
    if (!this.closed) this.wire.write(payload.frame(id));
  }

  together(run: () => void): void {
    this.wire.cork();
    run();
    this.wire.uncork();
  }

  fail({ id }: Subscriber, error: Error): void {
    this.decline(id, [this.host.mask(error)]);
  }

  closeForRights(error: ExpectedError): void {
    this.close(error.code === "FORBIDDEN" ? CloseCode.Forbidden : CloseCode.Unauthorized, error.message);
  }

  closeStalled(): void {
    this.close(closeCodes.later, "too slow: come back and go on from your last cursor");
    setTimeout(() => this.socket.terminate(), terminateAfterMilliseconds).unref();
  }

  restart(): void {
    this.close(closeCodes.restart, "restarting");
  }

  terminate(): void {
    this.socket.terminate();
  }

  tick(now: number): void {
    if (now < this.tickAt) return;
    // Not all at the same moment who came at the same moment.
    this.tickAt = now + this.host.streams.limits.pingMilliseconds * (0.75 + Math.random() / 4);
    if (this.greeting !== "answered") this.close(CloseCode.ConnectionInitialisationTimeout, "Connection initialisation timeout");
    if (!this.answering) return this.socket.terminate();
    this.answering = false;
    if (!this.closed) this.socket.ping();
  }

  pong(): void {
    this.answering = true;
  }

  close(code: number, reason: string): void {
    this.sent ??= code;
    // The protocol's limit is 123 bytes.
    this.socket.close(code, Buffer.from(reason).subarray(0, 120).toString());
  }

  /** Handles one message. Whatever goes wrong with it closes this socket and no other. */
  async receive(data: string): Promise<void> {
    try {
      await this.handle(readMessage(data));
    } catch (error) {
      if (!(error instanceof MessageRefused)) this.host.mask(error);
      this.close(CloseCode.BadRequest, error instanceof MessageRefused ? error.message : "The message could not be handled");
    }
  }

  private async handle(message: Message): Promise<void> {
    switch (message.type) {
      case MessageType.ConnectionInit:
        return this.greet(message.payload);
      case MessageType.Ping:
        return this.send({ type: MessageType.Pong, ...(message.payload ? { payload: message.payload } : {}) });
      case MessageType.Subscribe:
        return this.start(message);
      case MessageType.Complete:
        return this.finish(message.id);
      default:
        return undefined;
    }
  }

  /** The socket is closed: ends what runs on it. */
  over(): void {
    for (const id of this.operations.keys()) this.finish(id);
    this.host.closed(this);
  }

  private async greet(params: Readonly<Record<string, unknown>> | undefined): Promise<void> {
    if (this.greeting !== "awaited") return this.close(CloseCode.TooManyInitialisationRequests, "Too many initialisation requests");
    this.greeting = "received";
    const given = params?.["authorization"] ?? params?.["Authorization"];
    try {
      this.authorization = typeof given === "string" ? given : given == null ? null : JSON.stringify(given);
      await this.host.admit(this, this.authorization);
      this.greeting = "answered";
      this.send({ type: MessageType.ConnectionAck });
    } catch (error) {
      const { message, extensions } = this.host.mask(error);
      if (extensions["code"] === "UNAUTHENTICATED") this.close(CloseCode.Unauthorized, message);
      else if (extensions["code"] === "TOO_MANY_SOCKETS") this.close(closeCodes.later, `TOO_MANY_SOCKETS: ${message}`);
      else this.close(closeCodes.later, message);
    }
  }

  private async start(message: SubscribeMessage): Promise<void> {
    const { id } = message;
    if (this.greeting !== "answered") return this.close(CloseCode.Unauthorized, "Unauthorized");
    if (this.operations.has(id)) return this.close(CloseCode.SubscriberAlreadyExists, `Subscriber for ${id} already exists`);
    const most = this.host.streams.limits.subscriptionsPerSocket;
    if (this.operations.size >= most)
      return this.refuse(id, [this.host.mask(new TooMany("TOO_MANY_SUBSCRIPTIONS", `At most ${most} operations at once on one socket.`))]);
    const pending = new AbortController();
    this.operations.set(id, pending);
    // An operation that fails is answered on its own id: its neighbours live on.
    try {
      const { document, perform } = this.host.prepare(this, message);
      const operation = getOperationAST(document, message.payload.operationName);
      if (!operation) throw new GraphQLError("Unable to identify operation");
      const subscribes = operation.operation === "subscription";
      const answers = await perform(subscribes, pending.signal);
      if (this.closed || this.operations.get(id) !== pending) return;
      if (this.host.isFeed(answers)) return void this.operations.set(id, answers.open(this, id));
      if (Symbol.asyncIterator in answers) await this.tellAll(id, answers);
      else if (subscribes) return this.decline(id, answers.errors ?? []);
      // Refused before it ran: the protocol tells that apart from an answer with errors.
      else if (!("data" in answers)) return this.refuse(id, answers.errors ?? []);
      else this.send({ id, type: MessageType.Next, payload: answers as never });
      if (this.operations.delete(id)) this.send({ id, type: MessageType.Complete });
    } catch (error) {
      if (this.operations.has(id)) this.refuse(id, Array.isArray(error) ? (error as GraphQLError[]) : [this.host.mask(error)]);
    }
  }

  private async tellAll(id: string, answers: AsyncIterable<ExecutionResult>): Promise<void> {
    const iterator = answers[Symbol.asyncIterator]();
    this.operations.set(id, iterator);
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
      if (this.full) await this.drained();
      this.send({ id, type: MessageType.Next, payload: next.value as never });
    }
  }

  /** A subscription that could not begin, or not go on. When the fault is ours, it passes: the client shall come back rather than give up. */
  private decline(id: string, errors: readonly GraphQLError[]): void {
    const ours = errors.find(({ extensions }) => extensions["code"] === "INTERNAL");
    if (ours) this.close(closeCodes.later, ours.message);
    else this.refuse(id, errors);
  }

  private refuse(id: string, errors: readonly GraphQLError[]): void {
    if (this.operations.has(id)) this.finish(id);
    this.send({ id, type: MessageType.Error, payload: errors as never });
  }

  private finish(id: string): void {
    const operation = this.operations.get(id);
    this.operations.delete(id);
    if (operation instanceof Subscriber) this.host.leave(operation);
    else if (operation instanceof AbortController) operation.abort();
    else void operation?.return?.();
  }

  private send(message: Message): void {
    if (this.closed) return;
    this.socket.send(JSON.stringify(message));
    // Whoever does not read what was asked for is not heard until it does.
    if (!this.full || this.socket.isPaused) return;
    this.socket.pause();
    void this.drained().then(() => this.socket.resume());
  }
}
