import { randomInt } from "node:crypto"

import { Context, InferTypeOf } from "@medusajs/framework/types"
import { MedusaContext } from "@medusajs/framework/utils"

import {
  SLUG_ALPHABET,
  SLUG_RANDOM_LENGTH,
  SLUG_RULE,
  SLUG_RULE_WORDS,
  slugKey,
} from "../domain/links/slug"
import { Utm } from "../domain/links/utm"
import { AffiliateLink } from "../models"
import { databaseTime } from "../sql/clock"
import {
  LinkFigures,
  linkFigures,
  lockLinksOf,
  wasFollowed,
} from "../sql/links"
import { AffiliateClicks } from "./clicks"
import { Undo, undoOf } from "./records"
import { invalid, notAllowed, notFound, taken } from "./refusals"

/** More than anybody makes by hand; a mark tells visits of one link apart. */
const LINKS_MAX = 1_000

export type LinkRecord = InferTypeOf<typeof AffiliateLink>

/** What an affiliate may set of a link. */
export interface LinkFields {
  /** Checked against the allowed hosts by whoever calls. */
  destination_url: string
  label?: string | null
  campaign?: string | null
  sub_id?: string | null
  utm?: Utm | null
}

export type NewLink = LinkFields & {
  affiliate_id: string
  /** Without it one that cannot be guessed. */
  slug?: string
}

export type LinkChanges = Partial<LinkFields> & { archived?: boolean }

export interface LinkKey {
  id: string
  affiliate_id: string
}

type LinkUpdate = {
  id: string
  archived_at?: Date | null
} & Partial<LinkFields>

/** Tracking links. */
export class AffiliateLinks extends AffiliateClicks {
  /**
   * @throws not_found for the affiliate; not_allowed when it may not bring visitors, or has too many links;
   *   duplicate_error when the slug is taken, by an archived link even for ever
   */
  async addLink(
    { slug, affiliate_id, ...fields }: NewLink,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<LinkRecord> {
    return this.transact(async (trx, context) => {
      await lockLinksOf(trx, affiliate_id)
      const { status } = await this.affiliateOf_(affiliate_id, context)
      if (status !== "approved" && status !== "pending") {
        throw notAllowed(`Links are not for affiliates who are ${status}`)
      }
      const [, count] = await this.listAndCountAffiliateLinks(
        { affiliate_id, archived_at: null },
        { take: 1, select: ["id"] },
        context
      )
      if (count >= LINKS_MAX) {
        throw notAllowed(
          `There are ${LINKS_MAX} links already: archive those that are not used`
        )
      }
      const word = slug ?? (await this.freeSlug_(context))
      if (!SLUG_RULE.test(word)) {
        throw invalid(`Field 'slug' ${SLUG_RULE_WORDS}`)
      }
      if (await this.isSlugTaken_(word, context)) {
        throw taken(`The slug ${word} is already taken`)
      }
      return await this.createAffiliateLinks(
        {
          ...fields,
          utm: fields.utm as Record<string, unknown> | null,
          affiliate_id,
          slug: word,
          slug_key: slugKey(word),
        },
        context
      )
    }, sharedContext)
  }

  /** @throws not_found, also for another affiliate's link */
  async changeLink(
    key: LinkKey,
    { archived, ...changes }: LinkChanges,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ undo: Undo<LinkRecord, LinkUpdate> }> {
    return this.transact(async (trx, context) => {
      await lockLinksOf(trx, key.affiliate_id)
      const before = await this.linkOf_(key, context)
      const isArchived = before.archived_at !== null
      const update: LinkUpdate = {
        id: before.id,
        ...changes,
        ...(archived === undefined || archived === isArchived
          ? {}
          : { archived_at: archived ? await databaseTime(trx) : null }),
      }
      await this.updateAffiliateLinks(
        { ...update, utm: update.utm as Record<string, unknown> | null },
        context
      )
      return { undo: undoOf(before, update) }
    }, sharedContext)
  }

  /**
   * Takes a link away: one that was followed is archived and keeps its slug, any other is gone.
   *
   * @returns the link as it was
   * @throws not_found, also for another affiliate's link
   */
  async removeLink(
    key: LinkKey,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<LinkRecord> {
    return this.transact(async (trx, context) => {
      await lockLinksOf(trx, key.affiliate_id)
      const before = await this.linkOf_(key, context)
      if (await wasFollowed(trx, before.id)) {
        const archived_at = before.archived_at ?? (await databaseTime(trx))
        await this.updateAffiliateLinks({ id: before.id, archived_at }, context)
      } else {
        await this.deleteAffiliateLinks([before.id], context)
      }
      return before
    }, sharedContext)
  }

  /** Undoes `removeLink`. */
  async putBackLink(
    link: LinkRecord,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    return this.transact(async (trx, context) => {
      await lockLinksOf(trx, link.affiliate_id)
      const [existing] = await this.listAffiliateLinks(
        { id: link.id },
        { select: ["id"] },
        context
      )
      const { archived_at } = link
      if (existing) {
        await this.updateAffiliateLinks({ id: link.id, archived_at }, context)
        return
      }
      const { affiliate: _affiliate, deleted_at: _deleted, ...row } = link
      await this.createAffiliateLinks(row, context)
    }, sharedContext)
  }

  /** What links brought, in any sequence. */
  async linkFigures(
    ids: string[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<LinkFigures[]> {
    return this.transact((trx) => linkFigures(trx, ids), sharedContext)
  }

  private async linkOf_(
    { id, affiliate_id }: LinkKey,
    context: Context
  ): Promise<LinkRecord> {
    const [link] = await this.listAffiliateLinks(
      { id, affiliate_id },
      {},
      context
    )
    if (!link) {
      throw notFound(`There is no link ${id}`)
    }
    return link
  }

  private async isSlugTaken_(slug: string, context: Context): Promise<boolean> {
    const [other] = await this.listAffiliateLinks(
      { slug_key: slugKey(slug) },
      { select: ["id"] },
      context
    )
    return other !== undefined
  }

  private async freeSlug_(context: Context): Promise<string> {
    for (;;) {
      const slug = Array.from(
        { length: SLUG_RANDOM_LENGTH },
        () => SLUG_ALPHABET[randomInt(SLUG_ALPHABET.length)]
      ).join("")
      if (!(await this.isSlugTaken_(slug, context))) {
        return slug
      }
    }
  }
}
