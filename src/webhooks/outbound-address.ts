/**
 * Where the hub may send requests when somebody else names the address (protection against SSRF). A webhook must not reach into the hub's own network: not by an IP address, not by a name
 * that resolves there, not by a name that resolves differently the second time (DNS rebinding). So a URL is checked when it is registered, and its resolved addresses at every connection
 * (src/webhooks/post.ts).
 */
import ipaddr from "ipaddr.js";

export type OutboundRules = {
  /** For a hub whose receivers are in its own network: allows any address, any port, and http. */
  readonly allowPrivate: boolean;
};

// What IANA has allocated as global unicast so far: anything outside (site-local, IPv4-compatible, local NAT64, SRv6 …) is no host on the Internet.
const globalUnicast = ipaddr.IPv6.parseCIDR("2000::/3");
const documentation = ipaddr.IPv6.parseCIDR("3fff::/20");

/** True for an address of a host on the public Internet, and nothing else: IANA's special-purpose registries, and addresses that carry another one inside (RFC 6890 and its updates). */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== "unicast") return false;
  return parsed instanceof ipaddr.IPv4 || (parsed.match(globalUnicast) && !parsed.match(documentation));
}

// Names that no public resolver answers.
const localName = /^[^.]+$|\.(localhost|local|internal|lan|home\.arpa)$/;
const wellKnownPorts = 1024;
/** What to do about a refusal. */
export const howToAllow = "this hub's operator can allow http, private addresses and any port: WEBHOOK_ALLOW_PRIVATE=true";

/** What is wrong with a URL as a webhook's address, in words that follow "expected"; null when nothing is. The name is not resolved. */
export function targetFault(text: string, { allowPrivate }: OutboundRules): string | null {
  if (!URL.canParse(text)) return "a URL";
  const url = new URL(text);
  if (url.username !== "" || url.password !== "") return "a URL without a user name and password";
  if (url.hash !== "") return "a URL without a fragment";
  if (!/^https?:$/.test(url.protocol)) return allowPrivate ? "an http or https URL" : "an https URL";
  if (allowPrivate) return null;
  if (url.protocol !== "https:") return `an https URL (${howToAllow})`;
  // Ports below 1024 belong to services that have nothing to do with webhooks.
  if (url.port !== "" && Number(url.port) < wellKnownPorts)
    return `an https URL on port 443, or on one from ${wellKnownPorts} (${howToAllow})`;
  const host = url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  const allowed = ipaddr.isValid(host) ? isPublicAddress(host) : !localName.test(host);
  return allowed ? null : `an https URL of a host on the public Internet (${howToAllow})`;
}
