import { ArrowRightMini } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import { goesWithout, isNothing, kindOf } from "../../lib/change-fields"
import type { ChangeContext } from "../../lib/change-words"
import { useChangeWords } from "../../lib/change-words"
import { useFormat } from "../../lib/format"
import { paths } from "../../lib/paths"
import type { Change, ChangedEntity } from "../../types"
import { TextLink } from "../text-link"

/** More of them than this wait behind a click. */
const FIELDS_SHOWN = 5

/** These in this order, and behind them the others as they come. */
const TOLD_FIRST = [
  "name",
  "title",
  "code",
  "email",
  "kind",
  "status",
  "commission_type",
  "commission_value",
  "amount",
  "revenue_split",
  "starts_at",
  "ends_at",
]

type ChangeRowProps = ChangeContext & {
  change: Change
  /** What the page is about: it does not link to itself. */
  pageId: string | undefined
}

/** One change: what was done, by whom and when, and each field from what to what. */
export const ChangeRow = ({ change, pageId, ...context }: ChangeRowProps) => {
  const { t } = useTranslation("affiliate")
  const { dateTime } = useFormat()
  const words = useChangeWords()
  const [all, setAll] = useState(false)
  const { entity, entity_id, action } = change

  const fields = toldFields(change).flatMap((name) => {
    const { from, to } = change.changes[name]!
    const told = {
      name,
      from: words.value(change, name, from, context),
      to: words.value(change, name, to, context),
    }
    return told.from || told.to ? [told] : []
  })
  const unseen = fields.length - FIELDS_SHOWN
  const did = t(`changes.did.${action}`, {
    what: t(`changes.entity.${entity}`),
  })
  const name = context.names.get(entity_id)
  const to = entity_id === pageId ? undefined : pageOf(entity, entity_id)

  return (
    <li className="flex flex-col gap-y-2 px-6 py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <Text
          size="small"
          leading="compact"
          weight="plus"
          className="[overflow-wrap:anywhere]"
        >
          {to ? <TextLink to={to}>{did}</TextLink> : did}
          {name && entity_id !== pageId ? ` · ${name}` : ""}
        </Text>
        <Text size="small" leading="compact" className="text-ui-fg-muted">
          <Actor change={change} />
          {" · "}
          <span className="whitespace-nowrap">{dateTime(change.at)}</span>
        </Text>
      </div>
      {fields.length > 0 && (
        <dl className="grid grid-cols-1 gap-x-4 gap-y-1 sm:grid-cols-[minmax(0,2fr)_minmax(0,5fr)]">
          {(all ? fields : fields.slice(0, FIELDS_SHOWN)).map((field) => (
            <div key={field.name} className="contents">
              <dt className="txt-small text-ui-fg-subtle break-words">
                {words.label(field.name)}
              </dt>
              <dd className="txt-small text-ui-fg-base mb-1 flex min-w-0 flex-wrap items-start gap-x-1.5 sm:mb-0">
                {action === "changed" && (
                  <>
                    <Value lines={field.from} label="from" muted />
                    <ArrowRightMini className="text-ui-fg-muted mt-0.5 shrink-0" />
                  </>
                )}
                <Value
                  lines={action === "deleted" ? field.from : field.to}
                  label="to"
                />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {unseen > 0 && (
        <button
          type="button"
          className="txt-small text-ui-fg-interactive hover:text-ui-fg-interactive-hover self-start"
          onClick={() => setAll(!all)}
        >
          {all ? t("changes.less") : t("changes.more", { count: unseen })}
        </button>
      )}
    </li>
  )
}

type ValueProps = {
  lines: string[] | null
  label: "from" | "to"
  muted?: boolean
}

const Value = ({ lines, label, muted = false }: ValueProps) => {
  const { t } = useTranslation("affiliate")
  return (
    <span
      className={
        muted || !lines
          ? "text-ui-fg-muted min-w-0 break-words"
          : "min-w-0 whitespace-pre-line break-words"
      }
    >
      <span className="sr-only">{t(`changes.${label}`)} </span>
      {lines ? lines.join("\n") : t("changes.nothing")}
    </span>
  )
}

/** What comes into being when somebody applies, before whom there is nobody to name. */
const OF_JOINING: ChangedEntity[] = [
  "affiliate",
  "affiliate_agreement_acceptance",
  "affiliate_code",
]

/** A person of the store by name; others with what they are. */
const Actor = ({ change: { actor, action, entity } }: { change: Change }) => {
  const { t } = useTranslation("affiliate")
  if (!actor) {
    return action === "created" && OF_JOINING.includes(entity) ? (
      <>{t("changes.actor.joining")}</>
    ) : (
      <>{t("changes.actor.plugin")}</>
    )
  }
  const { type, name } = actor
  switch (type) {
    case "affiliate":
      return (
        <>
          {name
            ? `${name} (${t("changes.actor.ofAffiliate")})`
            : t("changes.actor.affiliate")}
        </>
      )
    case "customer":
      return (
        <>
          {name
            ? `${name} (${t("changes.actor.ofCustomer")})`
            : t("changes.actor.customer")}
        </>
      )
    case "api-key":
      return (
        <>
          {name
            ? `${name} (${t("changes.actor.ofApiKey")})`
            : t("changes.actor.apiKey")}
        </>
      )
    default:
      return <>{name ?? t("changes.actor.user")}</>
  }
}

/** Of a new or removed row, what says something; of a changed one, everything. */
function toldFields({ entity, action, changes }: Change): string[] {
  const rankOf = ([name]: [string, unknown]) => {
    const rank = TOLD_FIRST.indexOf(name)
    return rank < 0 ? TOLD_FIRST.length : rank
  }
  const inOrder = Object.entries(changes).toSorted(
    (a, b) => rankOf(a) - rankOf(b)
  )
  return inOrder.flatMap(([name, { from, to }]) => {
    if (kindOf(name) === "hidden") {
      return []
    }
    const silent =
      action === "created"
        ? isNothing(to) || goesWithout(entity, name)
        : action === "deleted"
          ? !["name", "title", "code", "email"].includes(name) ||
            isNothing(from)
          : false
    return silent ? [] : [name]
  })
}

function pageOf(entity: ChangedEntity, id: string): string | undefined {
  switch (entity) {
    case "affiliate":
      return paths.affiliate(id)
    case "affiliate_commission":
      return paths.commission(id)
    case "affiliate_payout":
      return paths.payout(id)
    case "affiliate_program":
      return paths.program(id)
    default:
      return undefined
  }
}
