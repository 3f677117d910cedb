import { describe, expect, it } from "vitest";
import { isPublicAddress, targetFault } from "../../src/webhooks/outbound-address.ts";

describe("an address of the public Internet", () => {
  it.each(["1.1.1.1", "8.8.8.8", "93.184.215.14", "172.15.255.255", "172.32.0.1", "100.63.255.255", "100.128.0.1", "223.255.255.255"])(
    "is %s",
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
  it.each(["2606:4700:4700::1111", "2a00:1450:4001:81b::200e", "2001:4860:4860::8888"])("is %s", (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );
});

describe("no address of the public Internet", () => {
  it.each([
    ["this network", "0.0.0.0"],
    ["this network", "0.1.2.3"],
    ["loopback", "127.0.0.1"],
    ["loopback", "127.255.255.254"],
    ["private", "10.0.0.1"],
    ["private", "172.16.0.1"],
    ["private", "172.31.255.255"],
    ["private", "192.168.1.1"],
    ["shared (CGNAT)", "100.64.0.1"],
    ["shared (CGNAT)", "100.127.255.255"],
    ["link-local, with the clouds' metadata", "169.254.169.254"],
    ["protocol assignments", "192.0.0.8"],
    ["documentation", "192.0.2.1"],
    ["documentation", "198.51.100.1"],
    ["documentation", "203.0.113.1"],
    ["benchmarking", "198.18.0.1"],
    ["benchmarking", "198.19.255.255"],
    ["multicast", "224.0.0.1"],
    ["multicast", "239.255.255.255"],
    ["reserved", "240.0.0.1"],
    ["broadcast", "255.255.255.255"],
    ["unspecified", "::"],
    ["loopback", "::1"],
    ["link-local", "fe80::1"],
    ["link-local with a zone", "fe80::1%eth0"],
    ["site-local", "fec0::1"],
    ["unique local", "fc00::1"],
    ["unique local", "fd12:3456:789a::1"],
    ["multicast", "ff02::1"],
    ["IPv4-mapped private", "::ffff:10.0.0.1"],
    ["IPv4-mapped loopback", "::ffff:7f00:1"],
    ["IPv4-mapped, even of a public one", "::ffff:8.8.8.8"],
    ["IPv4-compatible", "::127.0.0.1"],
    ["IPv4-translated", "::ffff:0:127.0.0.1"],
    ["NAT64 of a private one", "64:ff9b::a00:1"],
    ["local NAT64", "64:ff9b:1::1"],
    ["6to4 of a private one", "2002:a00:1::1"],
    ["Teredo", "2001:0:4136:e378:8000:63bf:3fff:fdd2"],
    ["benchmarking", "2001:2::1"],
    ["ORCHID", "2001:20::1"],
    ["documentation", "2001:db8::1"],
    ["documentation", "3fff::1"],
    ["discard", "100::1"],
    ["segment routing", "5f00::1"],
    ["not given out", "4000::1"],
    ["no address at all", "example.org"],
    ["nothing", ""],
  ])("is %s: %s", (_, address) => expect(isPublicAddress(address)).toBe(false));
});

describe("a webhook's URL", () => {
  const strict = { allowPrivate: false };
  const howToAllow = "(this hub's operator can allow http, private addresses and any port: WEBHOOK_ALLOW_PRIVATE=true)";
  it.each([
    "https://hooks.example.org/paradero",
    "https://hooks.example.org:443/",
    "https://hooks.example.org:8443/a?b=c",
    "https://1.1.1.1/",
    "https://[2606:4700:4700::1111]:1024/",
    "https://bücher.example/hook",
  ])("may be %s", (url) => expect(targetFault(url, strict)).toBeNull());

  it.each([
    ["hooks.example.org", "a URL"],
    ["", "a URL"],
    ["http://hooks.example.org/", `an https URL ${howToAllow}`],
    ["ftp://hooks.example.org/", "an https URL"],
    ["file:///etc/passwd", "an https URL"],
    ["https://user:secret@hooks.example.org/", "a URL without a user name and password"],
    ["https://hooks.example.org/#part", "a URL without a fragment"],
    ["https://hooks.example.org:22/", `an https URL on port 443, or on one from 1024 ${howToAllow}`],
    ["https://hooks.example.org:80/", `an https URL on port 443, or on one from 1024 ${howToAllow}`],
    ...[
      "https://127.0.0.1/",
      "https://127.1/",
      "https://2130706433/",
      "https://0x7f000001/",
      "https://017700000001/",
      "https://127.0.0.1./",
      "https://[::1]/",
      "https://[::ffff:169.254.169.254]/",
      "https://169.254.169.254/latest/meta-data/",
      "https://localhost/",
      "https://LOCALHOST./",
      "https://api.localhost/",
      "https://postgres/",
      "https://metadata.google.internal/",
      "https://printer.local:8443/",
    ].map((url) => [url, `an https URL of a host on the public Internet ${howToAllow}`]),
  ])("may not be %s", (url, fault) => expect(targetFault(url, strict)).toBe(fault));

  it.each(["http://127.0.0.1:80/", "https://postgres:22/", "http://[::1]/", "http://10.0.0.1/"])(
    "may be %s where private addresses are allowed",
    (url) => expect(targetFault(url, { allowPrivate: true })).toBeNull(),
  );
  it.each(["file:///etc/passwd", "gopher://10.0.0.1/", "http://user:secret@10.0.0.1/"])("may not be %s even there", (url) =>
    expect(targetFault(url, { allowPrivate: true })).not.toBeNull(),
  );
});
