/** The numbers behind a picture, as a table for programs: the same as the page shows, in columns whose names stay. */
export type Cell = string | number | boolean | null | undefined;
export type Table = { readonly columns: readonly string[]; readonly rows: readonly (readonly Cell[])[] };
