/** How the store owner has the portal look; the server writes it into the page. */
export type Brand = {
  name?: string
  logo_url?: string
  primary_color?: string
  dark_color?: string
  terms_url?: string
  support_email?: string
}

const read = (): Brand => {
  const text = document.getElementById("portal-config")?.textContent
  return text ? (JSON.parse(text) as Brand) : {}
}

export const brand = read()

/** Where the portal begins, whatever stands in front of it; ends with a slash. */
export const portalRoot = new URL("./", document.baseURI)

/** Where the store's routes begin, two folders up from `/affiliate/portal/`; ends with a slash. */
export const storeRoot = new URL("../../", portalRoot)
