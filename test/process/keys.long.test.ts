/** The command line as the way in when nobody holds ADMIN: whoever has the database has everything. */
import { expect, test } from "vitest";
import { run } from "../../src/cli/program.ts";
import { readConfig } from "../../src/config.ts";
import { copyWorld } from "../kit/database.ts";

test("keys are made, listed, rotated and revoked on the command line, and nothing lists a secret", async () => {
  const { where, dispose } = await copyWorld("empty");
  const env = { ...(where.databaseUrl === undefined ? {} : { DATABASE_URL: where.databaseUrl }), PARADERO_HOME: where.home };
  const paradero = async (...argv: string[]) => {
    const lines: string[] = [];
    const err: string[] = [];
    const terminal = { config: () => readConfig(env), stopped: new Promise<void>(() => {}), onUncaught() {} };
    const code = await run(argv, {
      ...terminal,
      out: (line) => void lines.push(...line.split("\n")),
      err: (line) => void err.push(line),
    });
    return { code, lines, err: err.join("\n") };
  };
  try {
    const made = await paradero(
      "keys",
      "create",
      "--name",
      "desk",
      "--holder",
      "ana",
      "--scope",
      "ADMIN",
      "EDITOR",
      "--expires",
      "2999-01-01T00:00:00Z",
    );
    const [id, secret] = made.lines as [string, string];
    expect([made.code, secret]).toEqual([0, expect.stringMatching(/^prd_/)]);
    const rotated = await paradero("keys", "rotate", id, "--old-until", "2998-01-01T00:00:00Z");
    expect(rotated.lines).toHaveLength(2);
    // The last that administers, too: the operator can make another at any time.
    expect((await paradero("keys", "revoke", rotated.lines[0]!)).lines).toEqual(["revoked"]);
    expect((await paradero("keys", "revoke", id)).lines).toEqual(["revoked"]);
    expect((await paradero("keys", "revoke", id)).lines).toEqual(["it was revoked already"]);
    const { lines } = await paradero("keys", "list");
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/"desk" {2}"ana" {2}ADMIN,EDITOR {2}revoked .*last used never$/);
    expect(lines.join("\n")).not.toContain("prd_");
    expect((await paradero("keys", "revoke", "nonsense")).err).toContain("as keys list shows it");
    expect((await paradero("keys", "create", "--name", "x", "--scope", "ROOT")).code).toBe(2);
    expect((await paradero("keys", "create", "--name", "x", "--scope", "PARTNER", "--expires", "soon")).code).toBe(2);
    expect((await paradero("keys", "rotate", id)).err).toContain("has been revoked");
    const { code, lines: verified } = await paradero("audit", "verify");
    const [told, anchor] = verified as [string, string];
    expect([code, told]).toEqual([0, "4 entries, whole"]);
    const [, seq, hash] = /^anchor (\d+):([0-9a-f]{64})$/.exec(anchor)!;
    expect((await paradero("audit", "verify", "--anchor", `${seq}:${hash}`)).code).toBe(0);
    const forged = await paradero("audit", "verify", "--anchor", `${seq}:${"0".repeat(64)}`);
    expect([forged.code, forged.err]).toEqual([1, "entry 4 is not the one of the anchor"]);
    expect((await paradero("audit", "verify", "--anchor", "then")).code).toBe(2);
  } finally {
    await dispose();
  }
});
