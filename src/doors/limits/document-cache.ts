/** Documents that were parsed and found valid, kept by their text and bounded by the memory that they hold. What does not parse or is not valid is never kept. */
import type { DocumentNode } from "graphql";
import { LRUCache } from "lru-cache";

const maxBytes = 32_000_000;
// A token is an object in a list that the document keeps, and nodes of the tree: measured at 231 bytes. A character of the text takes up to two.
const bytesOf = ({ tokenCount = 0 }: DocumentNode, text: string) => 1000 + 256 * tokenCount + 2 * text.length;

export type DocumentCache = {
  /** The document of a text that was kept. */
  get(text: string): DocumentNode | undefined;
  /** Whether this very document came from here, and so is valid. */
  has(document: DocumentNode): boolean;
  keep(text: string, document: DocumentNode): void;
  /** About so many bytes are held. */
  readonly bytes: number;
};

export function createDocumentCache(max = maxBytes): DocumentCache {
  const kept = new LRUCache<string, DocumentNode>({ maxSize: max, maxEntrySize: max / 8, sizeCalculation: bytesOf });
  const valid = new WeakSet<DocumentNode>();
  return {
    get: (text) => kept.get(text),
    has: (document) => valid.has(document),
    keep(text, document) {
      valid.add(document);
      kept.set(text, document);
    },
    get bytes() {
      return kept.calculatedSize;
    },
  };
}
