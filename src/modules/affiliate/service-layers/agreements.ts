import { createHash } from "node:crypto"

import { Context } from "@medusajs/framework/types"
import { MedusaContext } from "@medusajs/framework/utils"

import { dueVersion } from "../domain/agreements"
import {
  AgreementOfAffiliate,
  agreementsOf,
  agreementStateOf,
  countAcceptances,
  latestAgreement,
  lockMember,
  lockToPublish,
  recordAcceptance,
} from "../sql/agreements"
import { databaseTime } from "../sql/clock"
import { lockPeople } from "../sql/parents"
import { AffiliateRecord } from "./records"
import { invalid, notAllowed, notFound } from "./refusals"
import { AffiliateRemoval } from "./removal"

export interface NewAgreement {
  program_id: string
  title: string
  body: string
  /** Whether payouts wait until it is accepted. */
  requires_acceptance: boolean
}

/** How an affiliate stands with the agreement of its program. */
export interface AgreementStanding {
  accepted_version: number | null
  accepted_at: Date | null
  /** The version that payouts wait for. */
  due_version: number | null
}

/** Agreements. A published version stays as it is for ever, and so does every acceptance. */
export class AffiliateAgreements extends AffiliateRemoval {
  /**
   * Publishes the next version of a program's agreement. Two at once give two versions.
   *
   * @throws invalid_data for an unknown program
   */
  async publishAgreement(
    agreement: NewAgreement,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ id: string; program_id: string }> {
    return this.transact(async (trx, context) => {
      await lockPeople(trx)
      const { program_id, body } = agreement
      if (!(await lockToPublish(trx, program_id))) {
        throw invalid(`Field 'program_id': there is no program ${program_id}`)
      }
      const before = await latestAgreement(trx, program_id)
      const { id } = await this.createAffiliateAgreements(
        {
          ...agreement,
          version: (before?.version ?? 0) + 1,
          body_sha256: createHash("sha256").update(body, "utf8").digest("hex"),
          published_at: await databaseTime(trx),
        },
        context
      )
      return { id, program_id }
    }, sharedContext)
  }

  /**
   * Accepts the version in force, with proof. A second time changes nothing.
   *
   * @param address network address of whoever accepts, kept as a keyed hash only
   * @throws not_found for a version that the affiliate's program does not have; not_allowed for one
   *   that is in force no more
   */
  async acceptAgreement(
    input: { affiliate_id: string; version: number; address: string | null },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<AgreementOfAffiliate> {
    return this.transact(async (trx) => {
      const { affiliate_id, version } = input
      const program_id = await lockMember(trx, affiliate_id)
      const one = { affiliate_id, version, limit: 1, offset: 0 }
      const [agreement] = await agreementsOf(trx, one)
      if (!program_id || !agreement) {
        throw notFound(`There is no version ${version} of the agreement`)
      }
      if (agreement.accepted_at) {
        return agreement
      }
      const in_force = await latestAgreement(trx, program_id)
      if (in_force?.id !== agreement.id) {
        throw notAllowed(
          `Version ${version} of the agreement is no longer in force: accept version ${in_force?.version}`
        )
      }
      await recordAcceptance(trx, {
        agreement,
        affiliate_id,
        address_hash: this.secrets_.addressHash(input.address),
      })
      const [accepted] = await agreementsOf(trx, one)
      return accepted
    }, sharedContext)
  }

  /** When an affiliate accepted these versions; one that it did not accept is left out. */
  async acceptancesOf(
    affiliate_id: AffiliateRecord["id"],
    agreement_ids: string[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Map<string, Date>> {
    const acceptances = await this.listAffiliateAgreementAcceptances(
      { affiliate_id, agreement_id: agreement_ids },
      { select: ["agreement_id", "accepted_at"], take: null },
      sharedContext
    )
    return new Map(
      acceptances.map(({ agreement_id, accepted_at }) => [
        agreement_id,
        accepted_at,
      ])
    )
  }

  async agreementStandingOf(
    affiliate_id: AffiliateRecord["id"],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<AgreementStanding> {
    return this.transact(async (trx) => {
      const { in_force, accepted } = await agreementStateOf(trx, affiliate_id)
      return {
        accepted_version: accepted?.version ?? null,
        accepted_at: accepted?.accepted_at ?? null,
        due_version: dueVersion(in_force),
      }
    }, sharedContext)
  }

  /** How many affiliates there are who accepted each version; one that nobody accepted is left out. */
  async countAcceptances(
    agreement_ids: string[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Map<string, number>> {
    return this.transact(
      (trx) => countAcceptances(trx, agreement_ids),
      sharedContext
    )
  }
}
