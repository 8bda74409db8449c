const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }

/** What somebody wrote, in a page. */
export const safe = (text) =>
  String(text ?? "").replace(/[&<>"]/g, (s) => SIGNS[s])

/** @param {number | undefined} amount in major units */
export const dollars = (amount) =>
  (amount ?? 0).toLocaleString("en-US", { style: "currency", currency: "USD" })
