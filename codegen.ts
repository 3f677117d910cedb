/** Typed documents from schema/operations/, for the page, the tests and the example client. Reads the committed SDL: importing the schema would load a second copy of graphql. */
import { readFileSync } from "node:fs";
import type { CodegenConfig } from "@graphql-codegen/cli";

// Page, tests and example take an answer with an error for none: to them what is null only with an error never is.
const sdl = readFileSync("schema/schema.graphql", "utf8").replaceAll(/( @deprecated\(reason: "[^"]*"\))? @semanticNonNull(?!\()/g, "!$1");

const config: CodegenConfig = {
  schema: sdl,
  documents: "schema/operations/**/*.graphql",
  generates: {
    "generated/": {
      preset: "client",
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: "string",
        enumsAsTypes: true,
        useTypeImports: true,
        importExtension: ".ts",
        scalars: { DateTime: "string", URL: "string", CountryCode: "string", ID: "string" },
      },
    },
  },
};

export default config;
