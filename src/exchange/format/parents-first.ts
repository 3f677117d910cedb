/** Rows of one table that refer to one another: which comes first, and whether they go in circles. */

/**
 * Orders nodes so that each comes after its parents, which are ordered along with them. A circle is broken somewhere and reported as its nodes, each followed by one of its
 * parents, the last by the first. Takes time in proportion to nodes and edges; a chain may be as long as the file.
 */
export function parentsFirst(
  nodes: Iterable<string>,
  parentsOf: (node: string) => readonly string[],
): { order: string[]; circles: string[][] } {
  const order: string[] = [];
  const circles: string[][] = [];
  const done = new Map<string, boolean>();
  for (const start of nodes) {
    if (done.has(start)) continue;
    done.set(start, false);
    const way = [{ node: start, parents: parentsOf(start), next: 0 }];
    for (let at = way.at(-1); at !== undefined; at = way.at(-1)) {
      const parent = at.parents[at.next];
      at.next += 1;
      if (parent === undefined) {
        done.set(at.node, true);
        order.push(at.node);
        way.pop();
      } else if (!done.has(parent)) {
        done.set(parent, false);
        way.push({ node: parent, parents: parentsOf(parent), next: 0 });
      } else if (done.get(parent) === false) {
        circles.push(way.slice(way.findIndex(({ node }) => node === parent)).map(({ node }) => node));
      }
    }
  }
  return { order, circles };
}
