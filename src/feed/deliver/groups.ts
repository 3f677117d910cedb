/** The groups of one process: equal subscriptions share one. */
import type { Db } from "../../db/database.ts";
import type { Feed } from "../feed.ts";
import { Group, type GroupOptions } from "./group.ts";
import type { FeedSource } from "./subscription-source.ts";
import { EventFilter } from "./filter-events.ts";
import { Subscriber, type Outlet } from "./subscriber.ts";

const tickMilliseconds = 1000;

/** A subscription that is admitted and not yet bound to a connection. */
export type FeedStream = {
  /** Starts delivery. End it with `Groups.close`. */
  open(outlet: Outlet, id: string): Subscriber;
};

export class Groups {
  private readonly feeds: readonly Feed[];
  private readonly eventFilters: ReadonlyMap<Feed, EventFilter>;
  private readonly options: Pick<GroupOptions, "attempts" | "bookmarkMilliseconds" | "onError">;
  private readonly groups = new Map<string, Group>();
  private readonly streams = new WeakSet<FeedStream>();
  private readonly unwatch: readonly (() => void)[];
  private readonly ticking: NodeJS.Timeout;
  private subscribers = 0;

  constructor(feeds: readonly Feed[], db: Db, options: Pick<GroupOptions, "attempts" | "bookmarkMilliseconds" | "onError">) {
    this.feeds = feeds;
    this.eventFilters = new Map(feeds.map((feed) => [feed, new EventFilter(feed, db)]));
    this.options = options;
    const each = (act: (group: Group) => unknown) => () => this.groups.forEach(act);
    this.unwatch = feeds.map((feed) => {
      const ofFeed = (act: (group: Group) => void) => each((group) => group.feed === feed && act(group));
      const forget = ofFeed((group) => group.forget());
      const onRights = () => {
        this.eventFilters.get(feed)!.forget();
        forget();
      };
      return feed.watch({ onEvents: ofFeed((group) => group.wake()), onRights });
    });
    this.ticking = setInterval(
      each((group) => group.tick()),
      tickMilliseconds,
    );
    this.ticking.unref();
  }

  /** A subscription to a source. `key` is all that the payloads depend on besides the event: the operation, its variables, the rights. */
  stream(key: string, source: FeedSource, execute: GroupOptions["execute"]): FeedStream {
    const stream: FeedStream = {
      open: (outlet, id) => {
        const group = this.groups.get(key) ?? this.createGroup(key, source, execute);
        const subscriber = new Subscriber(outlet, id, group.key, source.position);
        this.subscribers += 1;
        this.count();
        group.join(subscriber);
        return subscriber;
      },
    };
    this.streams.add(stream);
    return stream;
  }

  isStream(value: unknown): value is FeedStream {
    return typeof value === "object" && value !== null && this.streams.has(value as FeedStream);
  }

  /** Removes a subscriber; removing the last one of a group ends the group. */
  close(subscriber: Subscriber): void {
    const group = this.groups.get(subscriber.key);
    if (!group?.subscribers.has(subscriber)) return;
    group.leave(subscriber);
    if (group.subscribers.size === 0) this.groups.delete(group.key);
    this.subscribers -= 1;
    this.count();
  }

  stop(): void {
    clearInterval(this.ticking);
    for (const unwatch of this.unwatch) unwatch();
  }

  private createGroup(key: string, { feed, types, passes, bookmarks }: FeedSource, execute: GroupOptions["execute"]): Group {
    const { options } = this;
    const eventFilter = this.eventFilters.get(feed)!;
    const group = new Group(key, { feed, eventFilter, question: { types, passes, bookmarks }, execute, ...options });
    this.groups.set(key, group);
    return group;
  }

  private count(): void {
    const [{ meter }] = this.feeds as readonly [Feed];
    meter.groups.set(this.groups.size);
    meter.subscriptions.set(this.subscribers);
  }
}
