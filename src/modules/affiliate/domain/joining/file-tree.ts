/**
 * Whether who is above somebody in a file makes a tree, together with who was there before.
 *
 * @param parents by id, of whoever is in the file
 * @param depths of who was there before: how many they and all above them are
 * @returns what is wrong in words; `null` = nothing
 */
export const problemOfParents = (
  id: string,
  parents: Map<string, string>,
  depths: Map<string, number>,
  depth_max: number
): string | null => {
  const seen = new Set<string>()
  let current: string | undefined = id
  while (current !== undefined && parents.has(current)) {
    if (seen.has(current)) {
      return "nobody is above themselves"
    }
    seen.add(current)
    current = parents.get(current)
  }
  const above = current === undefined ? 0 : (depths.get(current) ?? 1)
  return seen.size + above > depth_max
    ? `the tree would be deeper than ${depth_max} levels`
    : null
}
