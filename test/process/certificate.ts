/** A self-signed certificate, made on the spot: one in the repository would run out, and not every machine has the program openssl. X.509 (RFC 5280) with Ed25519 (RFC 8410), no more than a test needs. */
import { generateKeyPairSync, randomBytes, sign } from "node:crypto";
import type { Certificate } from "../kit/receiver.ts";

// DER: a tag, a length, the content.
const der = (tag: number, ...parts: Uint8Array[]) => {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
};
const sequence = (...parts: Uint8Array[]) => der(0x30, ...parts);
const identifier = (...bytes: number[]) => der(0x06, Buffer.from(bytes));
const time = (at: Date) => der(0x17, Buffer.from(`${at.toISOString().replace(/\D/g, "").slice(2, 14)}Z`));

const ed25519 = sequence(identifier(0x2b, 0x65, 0x70));
const subjectAltName = identifier(0x55, 0x1d, 0x11);
const commonName = identifier(0x55, 0x04, 0x03);
const version3 = der(0xa0, der(0x02, Buffer.from([2])));
const day = 86_400_000;

/** A certificate that is good since yesterday and until tomorrow, for an IPv4 address or a DNS name. */
export function selfSigned(host: string): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  // A name of its own: one that is trusted must not be taken for the issuer of another.
  const name = sequence(der(0x31, sequence(commonName, der(0x0c, Buffer.from(`test ${randomBytes(8).toString("hex")}`)))));
  const address = /^[\d.]+$/.test(host) ? der(0x87, Buffer.from(host.split(".").map(Number))) : der(0x82, Buffer.from(host));
  const body = sequence(
    version3,
    der(0x02, Buffer.from([1]), randomBytes(8)),
    ed25519,
    name,
    sequence(time(new Date(Date.now() - day)), time(new Date(Date.now() + day))),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, sequence(sequence(subjectAltName, der(0x04, sequence(address))))),
  );
  const certificate = sequence(body, ed25519, der(0x03, Buffer.from([0]), sign(null, body, privateKey)));
  const lines = certificate.toString("base64").replace(/.{64}/g, "$&\n");
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }) as string,
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}
