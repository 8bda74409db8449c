import { Context, InferTypeOf } from "@medusajs/framework/types"
import { MedusaContext } from "@medusajs/framework/utils"

import {
  CreativeKind,
  CREATIVES_MAX,
  problemOfCreative,
} from "../domain/creatives/creative"
import { ImageFacts } from "../domain/creatives/image"
import { AffiliateCreative } from "../models"
import { databaseTime } from "../sql/clock"
import { lockPeople } from "../sql/parents"
import { AffiliateFigures } from "./figures"
import { Undo, undoOf } from "./records"
import { invalid, notAllowed, notFound } from "./refusals"

export type CreativeRecord = InferTypeOf<typeof AffiliateCreative>

/** An image that the File module keeps. */
export interface StoredImage extends ImageFacts {
  file_id: string
  image_url: string
}

/** What the merchant says of a creative. */
export interface CreativeFields {
  title: string
  /** Checked against the allowed hosts by whoever calls. */
  destination_url: string
  text?: string | null
}

export type NewCreative = CreativeFields & {
  program_id: string
  kind: CreativeKind
}

export type CreativeChanges = Partial<CreativeFields> & { archived?: boolean }

type CreativeUpdate = { id: string; archived_at?: Date | null } & Partial<
  CreativeFields & StoredImage
>

/** Banners and texts for affiliates. The images are the File module's. */
export class AffiliateCreatives extends AffiliateFigures {
  /**
   * Whether a creative could be added, before its image is kept.
   *
   * @throws invalid_data for an unknown program, or a banner without an image and the like; not_allowed with as many
   *   as there may be
   */
  async checkMayAddCreative(
    { program_id, kind, text }: NewCreative,
    has_image: boolean,
    context: Context = {}
  ): Promise<void> {
    const [program] = await this.listAffiliatePrograms(
      { id: program_id },
      { select: ["id"] },
      context
    )
    if (!program) {
      throw invalid(`Field 'program_id': there is no program ${program_id}`)
    }
    const problem = problemOfCreative({ kind, text: text ?? null, has_image })
    if (problem) {
      throw invalid(problem)
    }
    await this.checkRoomForCreative_(program_id, context)
  }

  /** @throws as `checkMayAddCreative` */
  async addCreative(
    creative: NewCreative,
    image: StoredImage | null,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<CreativeRecord> {
    return this.transact(async (trx, context) => {
      await lockPeople(trx)
      await this.checkMayAddCreative(creative, image !== null, context)
      return await this.createAffiliateCreatives(
        { ...creative, ...image },
        context
      )
    }, sharedContext)
  }

  /** @throws not_found; invalid_data for a text without words, or with an image */
  async checkMayChangeCreative(
    id: string,
    changes: CreativeChanges,
    new_image: boolean,
    context: Context = {}
  ): Promise<CreativeRecord> {
    const before = await this.creativeOf_(id, context)
    const { kind } = before
    const problem = problemOfCreative({
      kind,
      text: changes.text === undefined ? before.text : changes.text,
      has_image: new_image || before.file_id !== null,
    })
    if (problem) {
      throw invalid(problem)
    }
    return before
  }

  /**
   * @param image in place of the one it has; `null` = it keeps that
   * @returns what to write back to undo it, and the file that is no longer needed
   * @throws as `checkMayChangeCreative`; not_allowed when one too many would be offered
   */
  async changeCreative(
    id: string,
    { archived, ...changes }: CreativeChanges,
    image: StoredImage | null,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{
    undo: Undo<CreativeRecord, CreativeUpdate>
    replaced_file_id: string | null
  }> {
    return this.transact(async (trx, context) => {
      await lockPeople(trx)
      const before = await this.checkMayChangeCreative(
        id,
        changes,
        image !== null,
        context
      )
      const isArchived = before.archived_at !== null
      if (archived === false && isArchived) {
        await this.checkRoomForCreative_(before.program_id, context)
      }
      const update: CreativeUpdate = {
        id,
        ...changes,
        ...image,
        ...(archived === undefined || archived === isArchived
          ? {}
          : { archived_at: archived ? await databaseTime(trx) : null }),
      }
      await this.updateAffiliateCreatives(update, context)
      return {
        undo: undoOf(before, update),
        replaced_file_id: image ? before.file_id : null,
      }
    }, sharedContext)
  }

  /**
   * Takes a creative away; deleting its image is the caller's.
   *
   * @throws not_found
   */
  async removeCreative(
    id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<CreativeRecord> {
    return this.transact(async (trx, context) => {
      await lockPeople(trx)
      const before = await this.creativeOf_(id, context)
      await this.deleteAffiliateCreatives([id], context)
      return before
    }, sharedContext)
  }

  private async checkRoomForCreative_(
    program_id: string,
    context: Context
  ): Promise<void> {
    const [, count] = await this.listAndCountAffiliateCreatives(
      { program_id, archived_at: null },
      { take: 1, select: ["id"] },
      context
    )
    if (count >= CREATIVES_MAX) {
      throw notAllowed(
        `There are ${CREATIVES_MAX} creatives already: archive those that are not used`
      )
    }
  }

  private async creativeOf_(
    id: string,
    context: Context
  ): Promise<CreativeRecord> {
    const [creative] = await this.listAffiliateCreatives({ id }, {}, context)
    if (!creative) {
      throw notFound(`There is no creative ${id}`)
    }
    return creative
  }
}
