/** What is kept of a creative. */
const kept = [
  "id",
  "title",
  "kind",
  "text",
  "destination_url",
  "image_url",
  "width",
  "height",
  "created_at",
  "updated_at",
]

/** What is made for the affiliate, and of what. */
const made = ["url", "embed_code"]
const needed = [
  "id",
  "title",
  "kind",
  "text",
  "destination_url",
  "image_url",
  "width",
  "height",
]

const creativeFields = [...kept, ...made]

/** The columns behind the fields asked for. */
export const columnsOf = (fields: string[]): string[] => [
  ...new Set([...needed, ...fields.filter((field) => !made.includes(field))]),
]

export const listCreativesConfig = {
  entity: "affiliate_creative",
  defaults: creativeFields,
  allowed: creativeFields,
  isList: true,
}
