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
    const code = await run(["keys", ...argv], {
      ...terminal,
      out: (line) => void lines.push(...line.split("\n")),
      err: (line) => void err.push(line),
    });
    return { code, lines, err: err.join("\n") };
  };
  try {
    const made = await paradero(
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
    const rotated = await paradero("rotate", id, "--old-until", "2998-01-01T00:00:00Z");
    expect(rotated.lines).toHaveLength(2);
    // The last that administers, too: the operator can make another at any time.
    expect((await paradero("revoke", rotated.lines[0]!)).lines).toEqual(["revoked"]);
    expect((await paradero("revoke", id)).lines).toEqual(["revoked"]);
    expect((await paradero("revoke", id)).lines).toEqual(["it was revoked already"]);
    const { lines } = await paradero("list");
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/"desk" {2}"ana" {2}ADMIN,EDITOR {2}revoked .*last used never$/);
    expect(lines.join("\n")).not.toContain("prd_");
    expect((await paradero("revoke", "nonsense")).err).toContain("as keys list shows it");
    expect((await paradero("create", "--name", "x", "--scope", "ROOT")).code).toBe(2);
    expect((await paradero("create", "--name", "x", "--scope", "PARTNER", "--expires", "soon")).code).toBe(2);
    expect((await paradero("rotate", id)).err).toContain("has been revoked");
  } finally {
    await dispose();
  }
});
