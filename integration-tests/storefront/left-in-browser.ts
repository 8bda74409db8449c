import type { BrowserContext } from "playwright-core"

/** All that a site has left in a browser. */
export const leftIn = async (context: BrowserContext, origin: string) => {
  const { cookies, origins } = await context.storageState()
  return {
    cookies: cookies.map(({ name }) => name).filter((n) => n !== "consent"),
    stored: origins
      .filter((one) => one.origin === origin)
      .flatMap(({ localStorage }) => localStorage.map(({ name }) => name)),
  }
}
export const NOTHING = { cookies: [], stored: [] }
