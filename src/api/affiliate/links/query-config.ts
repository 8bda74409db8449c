/** What is kept of a link. */
const kept = [
  "id",
  "slug",
  "destination_url",
  "label",
  "campaign",
  "sub_id",
  "utm",
  "archived_at",
  "created_at",
  "updated_at",
]

/** What is reckoned for the answer. */
const reckoned = ["url", "clicks", "orders"]

const linkFields = [...kept, ...reckoned]

/** The columns behind the fields asked for. */
export const columnsOf = (fields: string[]): string[] => [
  ...new Set([
    "id",
    "slug",
    ...fields.filter((field) => !reckoned.includes(field)),
  ]),
]

export const listLinksConfig = {
  entity: "affiliate_link",
  defaults: linkFields,
  allowed: linkFields,
  isList: true,
}

export const retrieveLinkConfig = {
  entity: "affiliate_link",
  defaults: linkFields,
  allowed: linkFields,
  isList: false,
}
