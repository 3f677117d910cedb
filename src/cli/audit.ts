/** `audit verify`: whether the audit trail is whole. */
import { InvalidArgumentError, type Command } from "commander";
import { verifyAudit, type Anchor } from "../domain/access/audit-chain.ts";
import type { Terminal } from "./terminal.ts";
import { withDatabase } from "./with-database.ts";

/** Hangs the command on the program; `failed` is called when the trail is not whole. */
export function addAuditCommands(program: Command, terminal: Terminal, failed: () => void): void {
  const audit = program.command("audit").description("the audit trail");
  audit
    .command("verify")
    .description("find entries that were changed or taken away; prints an anchor to keep elsewhere")
    .option("--anchor <anchor>", "an anchor from before: the trail must still lead there", toAnchor)
    .action(async ({ anchor }: { anchor?: Anchor }) => {
      const { entries, head, faults } = await withDatabase(terminal, ({ prisma }) => verifyAudit(prisma, anchor));
      for (const fault of faults) terminal.err(fault);
      terminal.out(`${entries} entries, ${faults.length === 0 ? "whole" : `${faults.length} fault(s)`}`);
      terminal.out(`anchor ${head.seq}:${head.hash}`);
      if (faults.length > 0) failed();
    });
}

function toAnchor(given: string): Anchor {
  const [, seq, hash] = /^(\d{1,18}):([0-9a-f]*)$/.exec(given) ?? [];
  if (seq === undefined || hash === undefined) throw new InvalidArgumentError("Expected an anchor as audit verify prints it.");
  return { seq: BigInt(seq), hash };
}
