// Prisma's own configuration. The CLI would download a native schema engine that this project never runs (migrations go through the
// WebAssembly one, src/db/migrate.ts); naming any executable keeps `generate` and `validate` from asking for it.
import { defineConfig } from "prisma/config";

process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ??= process.execPath;
// It would also ask its maker for news.
process.env["CHECKPOINT_DISABLE"] ??= "1";

export default defineConfig({ schema: "prisma/schema.prisma" });
