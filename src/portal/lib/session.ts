const KEY = "affiliate-portal-token"

let token: string | null = readStored()
let ended = false
const listeners = new Set<() => void>()

function readStored(): string | null {
  try {
    return sessionStorage.getItem(KEY)
  } catch {
    // A browser may keep nothing for us: then the login lasts as long as the page.
    return null
  }
}

export const readToken = (): string | null => token

/** Remembers the login for this tab, until it is closed; `null` forgets it. */
export function keepToken(next: string | null): void {
  token = next
  if (next) ended = false
  try {
    if (next) sessionStorage.setItem(KEY, next)
    else sessionStorage.removeItem(KEY)
  } catch {
    // As above.
  }
  for (const tell of listeners) tell()
}

/** Forgets the login because its person said so. */
export function endLogin(): void {
  ended = true
  keepToken(null)
}

/** Whether the last login was ended by its person: whoever comes next begins at the beginning. */
export const wasEnded = (): boolean => ended

export function onTokenChange(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

/** A login that has not applied yet: good for that alone, and only as long as the page is open. */
export type Applicant = { email: string; token: string }

let applicant: Applicant | null = null

export const currentApplicant = (): Applicant | null => applicant

export function rememberApplicant(next: Applicant | null): void {
  applicant = next
}
