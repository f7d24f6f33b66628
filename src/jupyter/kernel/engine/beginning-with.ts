/** The names that begin as the user began; where none does, those that do in another case, or have it somewhere. */
export function beginningWith(typed: string, names: readonly string[]): readonly string[] {
  const exact = names.filter((name) => name.startsWith(typed));
  if (exact.length > 0) return exact;
  const similar = names.filter((name) => name.toLowerCase().startsWith(typed.toLowerCase()));
  return similar.length > 0 ? similar : names;
}
