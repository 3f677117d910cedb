/** Where a request comes from. */
import type { IncomingMessage } from "node:http";
import ipaddr from "ipaddr.js";
import { LRUCache } from "lru-cache";
import proxyAddr from "proxy-addr";

/** Whose word on addresses counts: nobody's, that of whoever connects (the last entry of X-Forwarded-For), or that of the proxies with these addresses or networks, however many stand in a row. */
export type TrustProxy = boolean | readonly string[];

/**
 * A function that gives the address of whoever sent a request: of the peer, or behind trusted proxies the first address, from the right, that is none of theirs.
 * @throws TypeError when an address or network is none
 */
export function addressReader(trust: TrustProxy): (request: IncomingMessage) => string {
  if (trust === false) return ({ socket }) => socket.remoteAddress ?? "unknown";
  const trusted = isTrusted(trust);
  return (request) => {
    const address = proxyAddr(request, trusted);
    // An entry that is no address is nobody's word.
    return ipaddr.isValid(address ?? "") ? address : (request.socket.remoteAddress ?? "unknown");
  };
}

/** A function that gives the scheme by which a client came: that of its connection, or what a trusted proxy says in X-Forwarded-Proto. */
export function schemeReader(trust: TrustProxy): (request: IncomingMessage) => "http" | "https" {
  const trusted = isTrusted(trust);
  return ({ socket, headers }) => {
    const forwarded = headers["x-forwarded-proto"] === "https" && trusted(socket.remoteAddress ?? "", 0);
    return "encrypted" in socket || forwarded ? "https" : "http";
  };
}

const isTrusted = (trust: TrustProxy): ((address: string, hop: number) => boolean) =>
  typeof trust === "boolean" ? (_address, hop) => trust && hop === 0 : proxyAddr.compile([...trust]);

// Of whoever asked lately: each is looked up several times a request.
const networks = new LRUCache<string, string>({ max: 10_000 });

/** Addresses that one machine has at will count as one: the 64 bits of an IPv6 network; IPv4 however it is written. */
export function networkOf(address: string): string {
  const known = networks.get(address);
  if (known !== undefined) return known;
  const network = readNetwork(address);
  networks.set(address, network);
  return network;
}

function readNetwork(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed.kind() === "ipv4" ? parsed.toString() : `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/64`).toString()}/64`;
}
