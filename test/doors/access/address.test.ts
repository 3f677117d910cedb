import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { addressReader, networkOf, schemeReader, type TrustProxy } from "../../../src/doors/access/address.ts";

const request = (peer: string, forwarded?: string) =>
  ({
    headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
    socket: { remoteAddress: peer },
  }) as unknown as IncomingMessage;

test.each<[TrustProxy, string, string | undefined, string]>([
  [false, "192.0.2.1", "198.51.100.1", "192.0.2.1"],
  [true, "192.0.2.1", undefined, "192.0.2.1"],
  [true, "192.0.2.1", "198.51.100.1", "198.51.100.1"],
  [true, "192.0.2.1", "203.0.113.9, 198.51.100.1", "198.51.100.1"],
  [["10.0.0.0/8"], "192.0.2.1", "198.51.100.1", "192.0.2.1"],
  [["10.0.0.0/8"], "10.0.0.1", "203.0.113.9, 198.51.100.1", "198.51.100.1"],
  [["10.0.0.0/8"], "10.0.0.1", "203.0.113.9, 198.51.100.1, 10.0.0.2", "198.51.100.1"],
  [["10.0.0.0/8"], "::ffff:10.0.0.1", "198.51.100.1", "198.51.100.1"],
  [["10.0.0.0/8"], "10.0.0.1", "no address", "10.0.0.1"],
])("trusting %j, a request of %s forwarded for %j is from %s", (trust, peer, forwarded, address) => {
  expect(addressReader(trust)(request(peer, forwarded))).toBe(address);
});

test.each<[TrustProxy, string, string | undefined, boolean, string]>([
  [false, "192.0.2.1", undefined, false, "http"],
  [false, "192.0.2.1", undefined, true, "https"],
  [false, "192.0.2.1", "https", false, "http"],
  [true, "192.0.2.1", "https", false, "https"],
  [true, "192.0.2.1", "gopher", false, "http"],
  [["10.0.0.0/8"], "192.0.2.1", "https", false, "http"],
  [["10.0.0.0/8"], "10.0.0.1", "https", false, "https"],
  [["10.0.0.0/8"], "10.0.0.1", undefined, false, "http"],
])("trusting %j, a request of %s forwarded as %j (encrypted: %j) came by %s", (trust, peer, forwarded, encrypted, scheme) => {
  const headers = forwarded === undefined ? {} : { "x-forwarded-proto": forwarded };
  const socket = { remoteAddress: peer, ...(encrypted ? { encrypted } : {}) };
  expect(schemeReader(trust)({ headers, socket } as unknown as IncomingMessage)).toBe(scheme);
});

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::1", "2001:db8:1:2::/64"],
  ["::1", "::/64"],
  ["unknown", "unknown"],
])("the address %s counts as %s", (address, network) => expect(networkOf(address)).toBe(network));
