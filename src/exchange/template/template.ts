/** A data set to be filled: each file with its columns, what may stand in them, and `dataset.json`. */
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { Conflict } from "../../errors.ts";
import { tables } from "../format/format.ts";
import { dictionaryFile, manifestFile } from "../format/read-dataset.ts";
import { dataPackage, fieldsOf } from "./table-schema.ts";

/**
 * Writes it into a directory, which is made if need be. Gives the names of the files.
 * @throws Conflict when there is anything in the directory
 */
export async function writeTemplate(directory: string): Promise<string[]> {
  await mkdir(directory, { recursive: true });
  if ((await readdir(directory)).length > 0) throw new Conflict(`${directory} is not empty: name a directory that is, or a new one.`);
  const name =
    basename(resolve(directory))
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "") || "my-data-set";
  const situation = { slug: name, name: "What this data set is about", countries: [], licence: null };
  const manifest = { name, title: "What this data set is", description: "", licence: "", timeZone: "UTC", situation };
  const files = {
    [manifestFile]: toJson(manifest),
    [dictionaryFile]: toJson(dataPackage(name)),
    "README.md": readme(name),
    ...Object.fromEntries(tables.map((table) => [`${table}.csv`, `${fieldsOf[table].map((field) => field.name).join(",")}\n`])),
  };
  for (const [file, text] of Object.entries(files)) await writeFile(join(directory, file), text);
  return Object.keys(files);
}

const toJson = (value: object) => `${JSON.stringify(value, null, 2)}\n`;

function readme(name: string): string {
  const sections = tables.map((table) => {
    const rows = fieldsOf[table].map(({ name: column, constraints, description, refersTo, type, words }) => {
      const allowed = refersTo === undefined ? (type === "list" ? "" : (words?.join(", ") ?? "")) : `a row of ${refersTo}.csv`;
      return `| \`${column}\` | ${constraints?.required ? "yes" : ""} | ${description.replaceAll("|", "\\|")} | ${allowed} |`;
    });
    return `## ${table}.csv\n\n| column | to be filled | what stands in it | one of |\n|---|---|---|---|\n${rows.join("\n")}\n`;
  });
  return `# ${name}

Fill the files that you need, and delete the others and the columns that stay empty. \`npm run paradero -- import <this directory> --dry-run\`
says what is wrong, by file, line and column. A row refers to another by its \`key\` or \`slug\`, in these files or on record.
\`${dictionaryFile}\` says the same for programs (Data Package).

${sections.join("\n")}`;
}
