/** A value of a form: text, or what brackets nest. */
export type FormValue = string | FormValue[] | { [name: string]: FormValue }

export type Form = { [name: string]: FormValue }

/** Names that would reach an object's prototype. */
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"])

const DEPTH_MAX = 6

/**
 * Reads a form-encoded body or query as Stripe does: `a[b]=1` nests, `a[]=1` and `a[0]=1` list.
 *
 * @example readForm("metadata[payout_id]=p1&amount=5") // { metadata: { payout_id: "p1" }, amount: "5" }
 */
export function readForm(encoded: string): Form {
  const form: Form = {}
  for (const [name, value] of new URLSearchParams(encoded)) {
    const path = pathOf(name)
    if (path.length <= DEPTH_MAX && !path.some((key) => FORBIDDEN.has(key))) {
      put(form, path, value)
    }
  }
  return listed(form) as Form
}

const pathOf = (name: string): string[] => {
  const at = name.indexOf("[")
  return at < 1
    ? [name]
    : [
        name.slice(0, at),
        ...[...name.slice(at).matchAll(/\[([^\]]*)\]/g)].map(([, key]) => key),
      ]
}

function put(form: Form, [key, ...rest]: string[], value: string): void {
  const name = key === "" ? String(Object.keys(form).length) : key
  if (rest.length === 0) {
    form[name] = value
    return
  }
  const inner = form[name]
  const nested: Form =
    typeof inner === "object" && !Array.isArray(inner) ? inner : {}
  form[name] = nested
  put(nested, rest, value)
}

/** What has only numbers for names is a list. */
function listed(value: FormValue): FormValue {
  if (typeof value === "string" || Array.isArray(value)) return value
  const entries = Object.entries(value).map(
    ([name, inner]) => [name, listed(inner)] as const
  )
  return entries.length > 0 && entries.every(([name]) => /^\d+$/.test(name))
    ? entries
        .sort(([a], [b]) => Number(a) - Number(b))
        .map(([, inner]) => inner)
    : Object.fromEntries(entries)
}
