import type { TestDatabase } from "../harness/database"

/** How many rows each list of the dashboard gets. */
export const CROWD = 10_000

/** Longer than any column, and without a place to break it. */
export const LONG_NAME =
  "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzgebungsverfahrensbeteiligungsgesellschaftsgründungen"

type Database = Pick<TestDatabase, "sql">

/** Names by number, the last of all a long one. */
const NAME = `CASE WHEN n = ${CROWD} THEN '${LONG_NAME}' ELSE
  (ARRAY['Ines','Olek','Ravi','Tuva','Yara','Milo','Noor','Jonah','Petra','Sanne'])[1 + n % 10]
  || ' ' ||
  (ARRAY['Farkas','Nilsen','Okoro','Duarte','Weiss','Tanaka','Moreau','Kovac'])[1 + n % 8]
  || ' ' || lpad(n::text, 5, '0') END`

const emailAt = (domain: string) =>
  `CASE WHEN n = ${CROWD} THEN lower('${"l".repeat(64)}@${"o".repeat(50)}.${domain}')
   ELSE 'n' || lpad(n::text, 5, '0') || '@${domain}' END`

const COUNTRY = `(ARRAY['de','us','fr','jp',NULL])[1 + n % 5]`

const WEBSITE = `CASE WHEN n % 3 = 0 THEN NULL
  ELSE 'https://' || repeat('w', CASE WHEN n = ${CROWD} THEN 60 ELSE 3 END) || n || '.example/about' END`

/** One a minute, the first of them the oldest. */
const AT = `now() - (${CROWD} - n) * interval '1 minute'`

const NUMBERS = `generate_series(1, ${CROWD}) AS n`

/** Approved affiliates, each with a code and most with money; all of them recruited by one. */
export async function addMembers(
  { sql }: Database,
  program_id: string,
  parent_id: string
): Promise<void> {
  await sql(
    `INSERT INTO affiliate (id, name, email, email_normalized, status, program_id, parent_id,
                            country_code, website, approved_at, created_at)
     SELECT 'aff_member_' || n, name, email, email, 'approved', $1, $2, ${COUNTRY}, ${WEBSITE}, at, at
       FROM (SELECT n, ${NAME} AS name, ${emailAt("members.example")} AS email, ${AT} AS at
               FROM ${NUMBERS}) members`,
    [program_id, parent_id]
  )
  await sql(
    `INSERT INTO affiliate_code (id, code, code_key, affiliate_id)
     SELECT 'affcode_member_' || n, code, lower(code), 'aff_member_' || n
       FROM (SELECT n, CASE WHEN n = ${CROWD} THEN repeat('LONG', 15) ELSE 'MEMBER' || n END AS code
               FROM ${NUMBERS}) codes`
  )
  await sql(
    `INSERT INTO affiliate_balance (id, affiliate_id, currency_code, available)
     SELECT 'affbal_member_' || n || '_' || currency, 'aff_member_' || n, currency, n * 1.25
       FROM ${NUMBERS}, (VALUES ('usd'), ('eur')) AS currencies (currency)
      WHERE n % 3 > 0`
  )
}

/** People who applied and wait, with what they answered; some were referred by one of {@link addMembers}. */
export async function addApplications(
  { sql }: Database,
  program_id: string
): Promise<void> {
  await sql(
    `INSERT INTO affiliate (id, name, email, email_normalized, status, program_id, parent_id,
                            country_code, website, answers, created_at)
     SELECT 'aff_applicant_' || n, name, email, email, 'pending', $1,
            CASE WHEN n % 4 = 0 THEN 'aff_member_' || n END, ${COUNTRY}, ${WEBSITE},
            jsonb_build_object('where', repeat('In my newsletter. ', 20), 'readers', n), at
       FROM (SELECT n, ${NAME} AS name, ${emailAt("applicants.example")} AS email, ${AT} AS at
               FROM ${NUMBERS}) applicants`,
    [program_id]
  )
}

/** Open, accepted, revoked and expired ones in turn. */
export async function addInvitations(
  { sql }: Database,
  program_id: string
): Promise<void> {
  await sql(
    `INSERT INTO affiliate_invitation (id, program_id, email, email_normalized, name, token_hash, token_seed, code,
                                       expires_at, accepted_at, revoked_at, affiliate_id, sent_at, created_at)
     SELECT 'affinv_guest_' || n, $1, email, email, name, md5(n::text), md5('seed ' || n),
            CASE WHEN n = ${CROWD} THEN repeat('LONG', 15) WHEN n % 2 = 0 THEN 'GUEST' || n END,
            CASE WHEN n % 4 = 3 THEN at - interval '1 day' ELSE now() + interval '14 days' END,
            CASE WHEN n % 4 = 1 THEN at END, CASE WHEN n % 4 = 2 THEN at END,
            CASE WHEN n % 4 = 1 THEN 'aff_member_' || n END, CASE WHEN n % 5 > 0 THEN at END, at
       FROM (SELECT n, ${NAME} AS name, ${emailAt("guests.example")} AS email, ${AT} AS at
               FROM ${NUMBERS}) guests`,
    [program_id]
  )
}

/** Rules for goods, a tenth of them exclusions, a tenth retired; each has one version. */
export async function addRules(
  { sql }: Database,
  program_id: string,
  product_id: string
): Promise<void> {
  await sql(
    `INSERT INTO affiliate_rule (id, program_id, name, exclude, version, retired_at, created_at)
     SELECT 'affrule_crowd_' || n, $1, ${NAME}, n % 10 = 1, 1,
            CASE WHEN n % 10 = 2 THEN now() END, ${AT}
       FROM ${NUMBERS}`,
    [program_id]
  )
  await sql(
    `INSERT INTO affiliate_rule_version (id, rule_id, version, name, commission_type, commission_value,
                                         raw_commission_value, exclude, conditions, published_at)
     SELECT 'affrulev_crowd_' || n, 'affrule_crowd_' || n, 1, ${NAME}, 'percentage', n % 50,
            jsonb_build_object('value', (n % 50)::text, 'precision', 20), n % 10 = 1,
            jsonb_build_array(jsonb_build_object('attribute', 'product', 'values', jsonb_build_array($1::text))), ${AT}
       FROM ${NUMBERS}`,
    [product_id]
  )
}

/** Changes of one affiliate's rate. */
export async function addChanges(
  { sql }: Database,
  affiliate_id: string
): Promise<void> {
  await sql(
    `INSERT INTO affiliate_change (id, entity, entity_id, affiliate_id, action, changes, at)
     SELECT 'affchange_crowd_' || n, 'affiliate', $1, $1, 'changed',
            jsonb_build_object('commission_percent', jsonb_build_object('from', n % 50, 'to', (n + 1) % 50)),
            ${AT}
       FROM ${NUMBERS}`,
    [affiliate_id]
  )
}

/** Everybody of {@link addMembers} has accepted a version of the agreement. */
export async function addAcceptances(
  { sql }: Database,
  agreement_id: string
): Promise<void> {
  await sql(
    `INSERT INTO affiliate_agreement_acceptance (id, agreement_id, affiliate_id, body_sha256, accepted_at)
     SELECT 'affaccept_member_' || n, $1, 'aff_member_' || n, repeat('0', 64), now()
       FROM ${NUMBERS}`,
    [agreement_id]
  )
}
