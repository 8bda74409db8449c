/** How an e-mail address is compared: trimmed and lower-cased. */
export const normalizeEmail = (email: string): string =>
  email.trim().toLowerCase()

const GMAIL_HOSTS = new Set(["gmail.com", "googlemail.com"])

/**
 * The mailbox behind an address: without the `+tag`, and for Gmail without
 * dots. Two addresses with one mailbox are one person buying through their own
 * code; they are not one customer, so attributions use `normalizeEmail`.
 */
export const mailboxOf = (email: string): string => {
  const normalized = normalizeEmail(email)
  const at = normalized.lastIndexOf("@")
  if (at < 1) {
    return normalized
  }
  const host = normalized.slice(at + 1)
  const local = normalized.slice(0, at).split("+")[0]
  return GMAIL_HOSTS.has(host)
    ? `${local.replaceAll(".", "")}@gmail.com`
    : `${local}@${host}`
}

/** Codes match in any letter case: the key they are unique by. */
export const codeKey = (code: string): string => code.trim().toUpperCase()
