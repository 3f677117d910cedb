/** How the values of an enum get their words: the `Record` makes a value without words a type error. */
export function described<Value extends string>(words: Readonly<Record<Value, string>>): Record<Value, { description: string }> {
  const entries = Object.entries<string>(words).map(([value, description]) => [value, { description }]);
  return Object.fromEntries(entries) as Record<Value, { description: string }>;
}
