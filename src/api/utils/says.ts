/**
 * The message of a rule that Medusa's own formatter passes on as it is: it says which field broke
 * it, wherever in the body that is.
 *
 * @param rule in words that follow the field's name, like `must not be empty`
 * @example z.string().regex(HANDLE, says("must be in lower case"))
 */
export const says = (rule: string) => ({
  error: ({ path = [] }: { path?: PropertyKey[] }): string =>
    path.length
      ? `Field '${path.map(String).join(".")}' ${rule}`
      : `The request ${rule}`,
})
