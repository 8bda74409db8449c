const OF_FIELD = /^details\.(\w+): (.+)$/s

/** What the store says is wrong with an account, by field; `rest` is about none of them. */
export const refusedDetails = (
  message: string
): { fields: Record<string, string>; rest: string } => {
  const fields: Record<string, string> = {}
  const rest: string[] = []
  for (const problem of message.split("; ")) {
    const [, name, rule] = OF_FIELD.exec(problem) ?? []
    if (name && rule) fields[name] ??= rule
    else rest.push(problem.replace(/^details: /, ""))
  }
  return { fields, rest: rest.join("; ") }
}
