import { ok, type Api, type Shop } from "../shop"

/** Browsers say who they are; what does not is taken for a program, whose clicks do not count. */
const BROWSER = {
  "user-agent":
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36",
}

/** A shopper comes by an affiliate's code; answers the click's id. */
export async function click(
  shop: Pick<Shop, "storefront">,
  code: string,
  visitor_id?: string,
  landing_url?: string
): Promise<string> {
  const { click } = ok(
    await shop.storefront
      .with(BROWSER)
      .post("/store/affiliate/clicks", { code, visitor_id, landing_url })
  )
  return click.id
}

/** A shopper follows a tracking link; answers the click's id. */
export async function followLink(
  shop: Pick<Shop, "storefront">,
  link: string,
  visitor_id?: string,
  sub_id?: string
): Promise<string> {
  const { click } = ok(
    await shop.storefront
      .with(BROWSER)
      .post("/store/affiliate/clicks", { link, visitor_id, sub_id })
  )
  return click.id
}

/** For `buy`: the storefront tells the cart's touch to the server. */
export const remember =
  (touch: { code?: string; click_id?: string; visitor_id?: string }) =>
  async (cartId: string, api: Api): Promise<void> => {
    ok(await api.post(`/store/carts/${cartId}/affiliate`, touch))
  }
