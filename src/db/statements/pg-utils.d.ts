/** How pg writes a value into a message. */
declare module "pg/lib/utils.js" {
  export function prepareValue(value: unknown): unknown;
}
