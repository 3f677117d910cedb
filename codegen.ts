/** Typed documents from schema/operations/, for the page, the tests and the example client. Reads the committed SDL: importing the schema would load a second copy of graphql. */
import type { CodegenConfig } from "@graphql-codegen/cli";

const config: CodegenConfig = {
  schema: "schema/schema.graphql",
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
