import { describe, expect, test } from "vitest";
import { Admission, defaultAdmission } from "../../../src/doors/limits/admission.ts";
import { Busy } from "../../../src/errors.ts";

const admission = (options: Partial<typeof defaultAdmission>) => new Admission({ ...defaultAdmission, ...options });
/** What has been let in so far, in order; a turn of the loop lets promises settle. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("admission", () => {
  test("lets in as many as may run at once, and the next when one leaves", async () => {
    const door = admission({ operationsAtOnce: 2 });
    const order: string[] = [];
    const enter = (name: string) => door.enter(name, 9).then((leave) => (order.push(name), leave));
    const first = await enter("a");
    await enter("b");
    void enter("c");
    await settled();
    expect(order).toEqual(["a", "b"]);
    first();
    await settled();
    expect(order).toEqual(["a", "b", "c"]);
  });

  test("lets nobody wait for another's crowd", async () => {
    const door = admission({ operationsAtOnce: 10 });
    for (let nth = 0; nth < 50; nth += 1) void door.enter("crowd", 3).catch(() => {}); // most of them wait until nobody lets them in any more
    await settled();
    let innocent = false;
    void door.enter("innocent", 3).then(() => (innocent = true));
    await settled();
    expect(innocent).toBe(true);
  });

  test("lets holders take turns when all are waiting", async () => {
    const door = admission({ operationsAtOnce: 1 });
    const order: string[] = [];
    let leave = await door.enter("x", 9);
    const next: (() => void)[] = [];
    for (const name of ["a", "a", "a", "b", "b", "c"]) void door.enter(name, 9).then((left) => (order.push(name), next.push(left)));
    for (let nth = 0; nth < 6; nth += 1) {
      leave();
      await settled();
      leave = next.shift()!;
    }
    expect(order).toEqual(["a", "b", "c", "a", "b", "a"]);
  });

  test("refuses with BUSY who would be one too many in the queue", async () => {
    const door = admission({ operationsAtOnce: 1, waiting: 2 });
    const leave = await door.enter("a", 1);
    const waiting = [door.enter("a", 1), door.enter("a", 1)];
    await expect(door.enter("a", 1)).rejects.toBeInstanceOf(Busy);
    leave();
    (await waiting[0]!)();
    (await waiting[1]!)();
    expect(typeof (await door.enter("a", 1))).toBe("function");
  });

  test("refuses with BUSY who has waited too long, and forgets them", async () => {
    const door = admission({ operationsAtOnce: 1, waiting: 1, waitMilliseconds: 20 });
    const leave = await door.enter("a", 1);
    await expect(door.enter("b", 1)).rejects.toBeInstanceOf(Busy);
    leave();
    (await door.enter("b", 1))();
  });

  test("counts nobody out twice", async () => {
    const door = admission({ operationsAtOnce: 1, waiting: 1, waitMilliseconds: 20 });
    const leave = await door.enter("a", 1);
    leave();
    leave();
    await door.enter("b", 1);
    await expect(door.enter("c", 1)).rejects.toBeInstanceOf(Busy);
  });
});
