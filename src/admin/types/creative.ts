import type { Paged } from "./common"

export type CreativeKind = "banner" | "text"

/** A banner or a text that affiliates of a program embed. */
export type Creative = {
  id: string
  program_id: string
  title: string
  kind: CreativeKind
  /** Of a text the words themselves, of a banner what stands for the image. */
  text: string | null
  destination_url: string
  /** `null` for a text, as the size. */
  image_url: string | null
  /** Pixels. */
  width: number | null
  height: number | null
  /** `null` = it is offered. */
  archived_at: string | null
  created_at: string
}

/** An image as the store takes it. */
export type NewImage = {
  mime_type: string
  /** Base64. */
  content: string
}

export type CreateCreative = {
  program_id: string
  kind: CreativeKind
  title: string
  text: string | null
  destination_url: string
  image?: NewImage
}

/** A creative stays what it is, in its program. */
export type UpdateCreative = Partial<
  Omit<CreateCreative, "program_id" | "kind">
> & { archived?: boolean }

export type CreativeListResponse = { affiliate_creatives: Creative[] } & Paged
export type CreativeResponse = { affiliate_creative: Creative }
