import { backend } from "./store.mjs"

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }
const safe = (text) => String(text ?? "").replace(/[&<>"]/g, (s) => SIGNS[s])

const dollars = (amount) =>
  (amount ?? 0).toLocaleString("en-US", { style: "currency", currency: "USD" })

/**
 * Every page. The one `<script>` in its head is all that tracking needs: it reads the address, records the visit,
 * remembers it and binds the cart.
 *
 * @param {{ title: string, body: string, cart?: { id: string, items?: { quantity: number }[] } | null,
 *   consent: "yes" | "no" | "required" | "", address: string }} page
 */
export const page = ({
  title,
  body,
  cart,
  consent,
  address,
}) => `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${safe(title)} · Harbour &amp; Pine</title>
  <link rel="stylesheet" href="/style.css">
  <script defer src="${safe(backend.baseUrl)}/affiliate/snippet.js"
    data-publishable-key="${safe(backend.publishableKey)}"
    ${cart ? `data-cart="${safe(cart.id)}"` : ""}
    ${consent ? `data-consent="${consent}"` : ""}></script>
</head>
<body>
  <header>
    <a href="/" class="name">Harbour &amp; Pine</a>
    <a href="/cart">Cart${count(cart)}</a>
  </header>
  <main>
    <h1>${safe(title)}</h1>
    ${body}
  </main>
  ${consent === "required" ? consentForm(address) : ""}
</body>
</html>
`

const count = (cart) => {
  const pieces = (cart?.items ?? []).reduce(
    (sum, { quantity }) => sum + quantity,
    0
  )
  return pieces ? ` (${pieces})` : ""
}

const consentForm = (
  address
) => `<form method="post" action="/consent" class="consent">
    <input type="hidden" name="back" value="${safe(address)}">
    <p>May we remember who recommended us to you?</p>
    <button name="consent" value="yes">Yes</button>
    <button name="consent" value="no" class="quiet">No</button>
  </form>`

const addForm = (variant, label) => `<form method="post" action="/cart/items">
  <input type="hidden" name="variant_id" value="${safe(variant.id)}">
  <button>${label}</button>
</form>`

export const productList = (products) =>
  `<ul class="products">${products
    .map(
      ({ title, handle, variants: [variant] }) => `<li>
      <a href="/products/${safe(handle)}">${safe(title)}</a>
      <span>${dollars(variant.calculated_price?.calculated_amount)}</span>
    </li>`
    )
    .join("")}</ul>`

export const productPage = ({ variants: [variant] }) => `
  <p class="price">${dollars(variant.calculated_price?.calculated_amount)}</p>
  ${addForm(variant, "Add to cart")}`

const sumRow = (label, amount, kind = "") =>
  `<tr class="${kind}"><td colspan="2">${label}</td><td>${dollars(amount)}</td></tr>`

/** @param said what the last code came to, where the form was sent without scripts */
export const cartPage = (cart, said) => {
  if (!cart?.items?.length) return "<p>There is nothing in it yet.</p>"
  const code = cart.promotions?.[0]?.code ?? ""
  return `<table>
    ${cart.items
      .map(
        (item) => `<tr>
        <td>${safe(item.product_title)}</td><td>${item.quantity} ×</td>
        <td>${dollars(item.unit_price)}</td></tr>`
      )
      .join("")}
    ${cart.discount_subtotal ? sumRow(`Discount ${safe(code)}`, -cart.discount_subtotal, "discount") : ""}
    ${sumRow("Tax", cart.tax_total)}
    ${sumRow("Total", cart.total, "total")}
  </table>
  <div id="code-entry" data-backend="${safe(backend.baseUrl)}"
    data-publishable-key="${safe(backend.publishableKey)}"
    data-cart="${safe(cart.id)}" data-code="${safe(code)}">
    <form method="post" action="/cart/code">
      <label>Code <input name="code" autocomplete="off"></label>
      <button>Apply</button>
      <p role="status">${safe(said)}</p>
    </form>
  </div>
  <script type="module" src="/code-entry.js"></script>
  <p><a href="/checkout" class="button">Checkout</a></p>`
}

const field = (name, label, value) =>
  `<label>${label} <input name="${name}" value="${safe(value)}" required></label>`

export const checkoutPage = (cart) => `
  <p>To pay: <strong>${dollars(cart.total)}</strong>, and shipping.</p>
  <form method="post" action="/checkout" class="checkout">
    ${field("name", "Name", "Ada Lovelace")}
    <label>E-mail <input name="email" type="email" required></label>
    ${field("street", "Street", "30 Rockefeller Plaza")}
    ${field("city", "City", "New York")}
    ${field("post", "Postal code", "10112")}
    <button>Buy now</button>
  </form>`

export const thanksPage = (id) =>
  `<p>Your order is <code id="order">${safe(id)}</code>.</p><p><a href="/">Look around</a></p>`
