/**
 * Whether an IBAN's check digits are right (ISO 13616: mod 97 is 1). Catches
 * typing errors before the store refuses them.
 */
export function isIban(text: string): boolean {
  const iban = text.replace(/\s/g, "").toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) {
    return false
  }
  const digits = (iban.slice(4) + iban.slice(0, 4)).replace(
    /[A-Z]/g,
    (letter) => String(letter.charCodeAt(0) - 55)
  )
  // The figure is far beyond what a number holds; take it digit by digit.
  let rest = 0
  for (const digit of digits) {
    rest = (rest * 10 + Number(digit)) % 97
  }
  return rest === 1
}

export function isBic(text: string): boolean {
  return /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/i.test(text.replace(/\s/g, ""))
}
