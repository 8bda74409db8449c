import { picture } from "./pictures.mjs"
import { backend } from "./store.mjs"
import { dollars, safe } from "./words.mjs"

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
  <link rel="icon" href="data:,">
  <script defer src="${safe(backend.baseUrl)}/affiliate/snippet.js"
    data-publishable-key="${safe(backend.publishableKey)}"
    ${cart ? `data-cart="${safe(cart.id)}"` : ""}
    ${consent ? `data-consent="${consent}"` : ""}></script>
</head>
<body>
  <header>
    <a href="/" class="name">Harbour <span>&amp;</span> Pine</a>
    <a href="/cart" class="basket">Cart${count(cart)}</a>
  </header>
  <main>
    ${body}
  </main>
  <footer>A small shop by the water. Shipped from New York in two days.</footer>
  ${consent === "required" ? consentForm(address) : ""}
</body>
</html>
`

const count = (cart) => {
  const pieces = (cart?.items ?? []).reduce(
    (sum, { quantity }) => sum + quantity,
    0
  )
  return pieces ? ` <b>${pieces}</b>` : ""
}

const consentForm = (
  address
) => `<form method="post" action="/consent" class="consent" aria-label="Your choice">
    <input type="hidden" name="back" value="${safe(address)}">
    <p>May we remember who recommended us to you?</p>
    <button name="consent" value="yes">Yes</button>
    <button name="consent" value="no" class="quiet">No</button>
  </form>`

const priceOf = ({ variants: [variant] }) =>
  dollars(variant.calculated_price?.calculated_amount)

export const frontPage = (products) => `
  <h1>Things that last</h1>
  <p class="lead">Made for kitchens, desks and cold mornings, by people who use them.</p>
  <ul class="products">${products
    .map(
      (product) => `<li>
      ${picture(product)}
      <a href="/products/${safe(product.handle)}">${safe(product.title)}</a>
      <span>${priceOf(product)}</span>
    </li>`
    )
    .join("")}</ul>`

export const productPage = (product) => `
  <div class="product">
    ${picture(product)}
    <div>
      <h1>${safe(product.title)}</h1>
      <p class="price">${priceOf(product)}</p>
      ${product.description ? `<p>${safe(product.description)}</p>` : ""}
      <form method="post" action="/cart/items">
        <input type="hidden" name="variant_id" value="${safe(product.variants[0].id)}">
        <button class="wide">Add to cart</button>
      </form>
      <p class="small">Tax and shipping are added at checkout. Thirty days to change your mind.</p>
    </div>
  </div>`

const lines = (items) =>
  `<ul class="lines">${items
    .map(
      (item) => `<li>
      ${picture({ title: item.product_title, handle: item.product_handle, thumbnail: item.thumbnail })}
      <span>${safe(item.product_title)} <small>${item.quantity} × ${dollars(item.unit_price)}</small></span>
      <span class="amount">${dollars(item.subtotal)}</span>
    </li>`
    )
    .join("")}</ul>`

const sum = (label, amount, kind = "") =>
  `<div class="${kind}"><dt>${label}</dt><dd>${dollars(amount)}</dd></div>`

/** What a cart or an order comes to. */
const sums = (of) => `<dl class="sums">
    ${sum("Goods", of.item_subtotal)}
    ${of.discount_subtotal ? sum(`Discount ${safe(codeOf(of))}`, -of.discount_subtotal, "discount") : ""}
    ${of.shipping_subtotal ? sum("Shipping", of.shipping_subtotal) : ""}
    ${sum("Tax", of.tax_total)}
    ${sum("Total", of.total, "total")}
  </dl>`

const codeOf = ({ promotions }) => promotions?.[0]?.code ?? ""

/** @param said what the last code came to, where the form was sent without scripts */
export const cartPage = (cart, said) =>
  cart?.items?.length
    ? `<h1>Your cart</h1>
  <div class="columns">
    ${lines(cart.items)}
    <div class="card">
      ${sums(cart)}
      <p class="small">Shipping is added at checkout.</p>
      <a href="/checkout" class="button wide">Checkout</a>
      <div id="code-entry" data-backend="${safe(backend.baseUrl)}"
        data-publishable-key="${safe(backend.publishableKey)}"
        data-cart="${safe(cart.id)}" data-code="${safe(codeOf(cart))}">
        <form method="post" action="/cart/code" class="code">
          <label>Code <input name="code" autocomplete="off"></label>
          <button class="quiet">Apply</button>
          <p role="status" class="refused">${safe(said)}</p>
        </form>
      </div>
    </div>
  </div>
  <script type="module" src="/code-entry.js"></script>`
    : `<h1>Your cart</h1>
  <p>There is nothing in it yet.</p><p><a href="/" class="button">Look around</a></p>`

const field = (name, label, kind, value, autocomplete) =>
  `<label>${label} <input name="${name}" type="${kind}" value="${safe(value)}" autocomplete="${autocomplete}" required></label>`

export const checkoutPage = (cart) => `
  <h1>Checkout</h1>
  <div class="columns">
    <form method="post" action="/checkout" class="checkout">
      ${field("email", "E-mail", "email", "", "email")}
      ${field("name", "Name", "text", "Ada Lovelace", "name")}
      ${field("street", "Street", "text", "30 Rockefeller Plaza", "street-address")}
      <div class="pair">
        ${field("city", "City", "text", "New York", "address-level2")}
        ${field("post", "Postal code", "text", "10112", "postal-code")}
      </div>
      <button class="wide">Buy now</button>
    </form>
    <div class="card">
      ${lines(cart.items ?? [])}
      ${sums(cart)}
      <p class="small">Shipping comes on top.</p>
    </div>
  </div>`

export const thanksPage = (order) => `
  <div class="thanks">
    <p class="tick" aria-hidden="true">✓</p>
    <h1>Thank you</h1>
    <p>Order ${safe(order.display_id)} is being packed. We write to <b>${safe(order.email)}</b> when it leaves.</p>
    <div class="card">
      ${lines(order.items)}
      ${sums(order)}
    </div>
    <p><a href="/" class="button quiet">Look around</a></p>
  </div>`

/** A page that has nothing but words to say. */
export const plainPage = (title) => `
  <h1>${safe(title)}</h1><p><a href="/" class="button">Look around</a></p>`
