import { readFile } from "node:fs/promises"
import { createServer } from "node:http"

import { mayRemember } from "medusa-plugin-affiliate/storefront"

import * as pages from "./pages.mjs"
import {
  addToCart,
  affiliate,
  checkOut,
  findCart,
  findOrder,
  findProduct,
  listProducts,
} from "./store.mjs"

const PORT = Number(process.env.PORT ?? 8000)
/** `true`: nothing is remembered of a visitor who has not said yes. */
const REQUIRE_CONSENT = process.env.REQUIRE_CONSENT === "true"
const BODY_LENGTH_MAX = 10_000

const FILES = {
  "/style.css": ["style.css", "text/css"],
  "/code-entry.js": ["dist/code-entry.js", "text/javascript"],
}

const cookiesOf = ({ headers: { cookie = "" } }) =>
  Object.fromEntries(
    cookie.split(/; */).map((part) => part.split(/=(.*)/s).slice(0, 2))
  )

/** What a form has sent. */
const formOf = async (req) => {
  let text = ""
  for await (const chunk of req) {
    text += chunk
    if (text.length > BODY_LENGTH_MAX) throw new Error("too long")
  }
  return Object.fromEntries(new URLSearchParams(text))
}

const keep = (name, value) => ({
  "set-cookie": `${name}=${value}; Path=/; HttpOnly; SameSite=Lax`,
})

const go = (res, to, headers = {}) => {
  res.writeHead(303, { location: to, ...headers }).end()
}

/** What the visitor said of being remembered. */
const consentOf = (req) =>
  cookiesOf(req).consent ?? (REQUIRE_CONSENT ? "required" : "")

/**
 * Where scripts did not run, nobody has told the cart who sent its shopper. The cookie of the link does, where it
 * reaches this server: a store on `api.shop.example` needs the plugin's option `cookie_domain: "shop.example"`.
 */
const bindByCookie = async (req, cartId) => {
  const said = consentOf(req)
  const may = mayRemember(
    { consent: said ? said === "yes" : undefined },
    req.headers["sec-gpc"] === "1"
  )
  const { cookie } = req.headers
  if (!may || !cookiesOf(req).aff_click) return
  // An order matters more than who brought it.
  await affiliate
    .bindCart(cartId, {}, { headers: { cookie } })
    .catch((error) => console.error(error.message))
}

/** The answer to a code, in words; for those without scripts. */
const giveCode = async (cartId, code) => {
  try {
    await affiliate.bindCart(cartId, { code })
    return ""
  } catch (error) {
    return error.message
  }
}

const sayNo = (show, title) => show(title, pages.plainPage(title), 404)

const routes = {
  "GET /": async (req, res, show) =>
    show("Things that last", pages.frontPage(await listProducts())),
  "GET /products/": async (req, res, show, rest) => {
    const product = await findProduct(rest)
    if (!product) return sayNo(show, "There is no such thing")
    show(product.title, pages.productPage(product))
  },
  "POST /cart/items": async (req, res, show, rest, cart) => {
    const { variant_id } = await formOf(req)
    go(res, "/cart", keep("cart", await addToCart(cart, variant_id)))
  },
  "GET /cart": async (req, res, show, rest, cart) =>
    show("Your cart", pages.cartPage(cart)),
  "POST /cart/code": async (req, res, show, rest, cart) => {
    if (!cart) return go(res, "/cart")
    const said = await giveCode(cart.id, (await formOf(req)).code ?? "")
    if (!said) return go(res, "/cart")
    show("Your cart", pages.cartPage(cart, said), 400)
  },
  "GET /checkout": async (req, res, show, rest, cart) =>
    cart?.items?.length
      ? show("Checkout", pages.checkoutPage(cart))
      : go(res, "/cart"),
  "POST /checkout": async (req, res, show, rest, cart) => {
    if (!cart) return go(res, "/cart")
    const form = await formOf(req)
    await bindByCookie(req, cart.id)
    const order = await checkOut(cart.id, form)
    go(res, `/thanks/${order.id}`, keep("cart", ""))
  },
  "GET /thanks/": async (req, res, show, rest) => {
    const order = await findOrder(rest)
    if (!order) return sayNo(show, "There is no such order")
    show("Thank you", pages.thanksPage(order))
  },
  "POST /consent": async (req, res) => {
    const { consent, back = "/" } = await formOf(req)
    // Back to the same address: what it says of whoever sent the visitor may be remembered now.
    const own = /^\/(?![\/\\])/.test(back) ? back : "/"
    go(res, own, keep("consent", consent === "yes" ? "yes" : "no"))
  },
}

const answer = async (req, res) => {
  const { pathname } = new URL(req.url, "http://shop")
  const file = FILES[pathname]
  if (file) {
    const content = await readFile(new URL(file[0], import.meta.url))
    return res.writeHead(200, { "content-type": file[1] }).end(content)
  }
  const [, folder, rest] = /^(.*\/)([^/]*)$/.exec(pathname)
  const exact = routes[`${req.method} ${pathname}`]
  const route = exact ?? (folder !== "/" && routes[`${req.method} ${folder}`])
  const cart = await findCart(cookiesOf(req).cart)
  const show = (title, body, status = 200) => {
    const consent = consentOf(req)
    const html = pages.page({ title, body, cart, consent, address: req.url })
    res.writeHead(status, { "content-type": "text/html; charset=utf-8" })
    res.end(html)
  }
  if (!route || (!exact && !rest)) return sayNo(show, "There is no such page")
  await route(req, res, show, decodeURIComponent(rest), cart)
}

createServer((req, res) => {
  answer(req, res).catch((error) => {
    console.error(error)
    if (!res.headersSent) res.writeHead(500)
    res.end("Something went wrong; please try again.")
  })
}).listen(PORT, () =>
  console.log(`The storefront is at http://localhost:${PORT}`)
)
