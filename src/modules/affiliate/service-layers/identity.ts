import { Context, InferTypeOf } from "@medusajs/framework/types"
import { MedusaContext } from "@medusajs/framework/utils"

import { decidedByPerson, problemOfAdding } from "../domain/identity"
import { IdentityRule, IdentityStatus } from "../domain/payout-block"
import { CurrencyAmount } from "../domain/terms"
import { AffiliateIdentityDocument } from "../models"
import { fromJsonColumn } from "../models/json-list"
import { lockAffiliate } from "../sql/affiliate-row"
import { databaseTime } from "../sql/clock"
import { AffiliateContracts } from "./contracts"
import { AffiliateRecord, Undo, undoOf } from "./records"
import { notAllowed, notFound } from "./refusals"

export type IdentityDocumentRecord = InferTypeOf<
  typeof AffiliateIdentityDocument
>

/** How an affiliate stands with its identity, and when its program asks for it. */
export interface IdentityStanding extends IdentityRule {
  status: IdentityStatus
  note: string | null
  /** When that was decided; `null` = not since the documents came. */
  decided_at: Date | null
  /** The payout provider whose word it is; `null` = a person's, or nobody's yet. */
  provider: string | null
  /** Oldest first. */
  documents: IdentityDocumentRecord[]
}

interface IdentityColumns {
  identity_status: IdentityStatus
  identity_note: string | null
  identity_decided_at: Date | null
  identity_provider: string | null
}

export interface IdentityDecision {
  affiliate_id: string
  status: IdentityStatus
  /** Why it was rejected, or what is still missing. */
  note?: string | null
  /** The payout provider that says so; without, a person does. */
  provider?: string
}

export interface NewIdentityDocument {
  affiliate_id: string
  /** Of the File module's provider. */
  file_id: string
  name: string
  mime_type: string
}

type IdentityUndo = Undo<AffiliateRecord, IdentityColumns>

/** Who affiliates are: documents, and what a person decided by them. The files are the File module's. */
export class AffiliateIdentity extends AffiliateContracts {
  /**
   * What a payout provider says counts until a person verifies or rejects.
   *
   * @returns `undo` is `null` where a person has decided already, and a provider says something
   * @throws not_found
   */
  async decideIdentity(
    { affiliate_id, status, note, provider }: IdentityDecision,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ undo: IdentityUndo | null }> {
    return this.transact(async (trx, context) => {
      await lockAffiliate(trx, affiliate_id)
      const before = await this.affiliateOf_(affiliate_id, context)
      const person = decidedByPerson({
        status: before.identity_status,
        provider: before.identity_provider,
      })
      if (provider && person) {
        return { undo: null }
      }
      const update = {
        id: affiliate_id,
        identity_status: status,
        identity_note: note ?? null,
        identity_decided_at:
          status === "pending" ? null : await databaseTime(trx),
        identity_provider: provider ?? null,
      }
      await this.updateAffiliates(update, context)
      return { undo: undoOf(before, update) }
    }, sharedContext)
  }

  /** @throws not_found for the affiliate */
  async identityOf(
    affiliate_id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<IdentityStanding> {
    const [affiliate] = await this.listAffiliates(
      { id: affiliate_id },
      { relations: ["program"] },
      sharedContext
    )
    if (!affiliate) {
      throw notFound(`There is no affiliate ${affiliate_id}`)
    }
    const { program } = affiliate
    return {
      status: affiliate.identity_status,
      note: affiliate.identity_note,
      decided_at: affiliate.identity_decided_at,
      provider: affiliate.identity_provider,
      identity_required: program.identity_required,
      identity_amounts: fromJsonColumn<CurrencyAmount>(
        program.identity_amounts
      ),
      documents: await this.identityDocumentsOf(affiliate_id, sharedContext),
    }
  }

  /** The documents of an affiliate, oldest first. */
  async identityDocumentsOf(
    affiliate_id: string,
    context: Context = {}
  ): Promise<IdentityDocumentRecord[]> {
    return await this.listAffiliateIdentityDocuments(
      { affiliate_id },
      { order: { created_at: "ASC", id: "ASC" } },
      context
    )
  }

  /** @throws not_found; not_allowed when verified already, or with as many documents as are kept */
  async checkMayAddDocument(
    affiliate_id: string,
    context: Context = {}
  ): Promise<AffiliateRecord> {
    const affiliate = await this.affiliateOf_(affiliate_id, context)
    const [, documents] = await this.listAndCountAffiliateIdentityDocuments(
      { affiliate_id },
      { take: 1, select: ["id"] },
      context
    )
    const problem = problemOfAdding(affiliate.identity_status, documents)
    if (problem) {
      throw notAllowed(problem)
    }
    return affiliate
  }

  /**
   * Puts a document on file whose bytes the File module has; the identity waits for a person from then on.
   *
   * @throws as `checkMayAddDocument`
   */
  async addIdentityDocument(
    document: NewIdentityDocument,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ id: string; undo: IdentityUndo }> {
    return this.transact(async (trx, context) => {
      const { affiliate_id } = document
      await lockAffiliate(trx, affiliate_id)
      const before = await this.checkMayAddDocument(affiliate_id, context)
      const { id } = await this.createAffiliateIdentityDocuments(
        document,
        context
      )
      const update = {
        id: affiliate_id,
        identity_status: "pending" as const,
        identity_decided_at: null,
        identity_provider: null,
      }
      await this.updateAffiliates(update, context)
      return { id, undo: undoOf(before, update) }
    }, sharedContext)
  }

  /**
   * Takes a document off the file; deleting its bytes is the caller's.
   *
   * @throws not_found, also for another affiliate's document; not_allowed once a person has decided by it
   */
  async removeIdentityDocument(
    { id, affiliate_id }: { id: string; affiliate_id: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<IdentityDocumentRecord> {
    return this.transact(async (trx, context) => {
      await lockAffiliate(trx, affiliate_id)
      const { identity_status } = await this.affiliateOf_(affiliate_id, context)
      const [document] = await this.listAffiliateIdentityDocuments(
        { id, affiliate_id },
        {},
        context
      )
      if (!document) {
        throw notFound(`There is no document ${id}`)
      }
      if (identity_status !== "pending") {
        throw notAllowed(
          `The identity is ${identity_status}: documents can be deleted while it is pending`
        )
      }
      await this.deleteAffiliateIdentityDocuments([id], context)
      return document
    }, sharedContext)
  }
}
