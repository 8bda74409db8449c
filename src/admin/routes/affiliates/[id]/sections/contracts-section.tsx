import { ActionMenu } from "@medusajs/dashboard/components"
import { PencilSquare, Trash, XCircle } from "@medusajs/icons"
import type { ComponentProps } from "react"
import { Button, StatusBadge, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import { LoadError } from "../../../../components/load-error"
import { Section, SectionEmpty } from "../../../../components/section"
import { RowsSkeleton } from "../../../../components/skeletons"
import { useAct } from "../../../../hooks/act"
import {
  CONTRACTS_SHOWN,
  useContracts,
  useDeleteContract,
  useUpdateContract,
} from "../../../../hooks/contracts"
import type { ContractState } from "../../../../lib/contract-state"
import { contractStateOf } from "../../../../lib/contract-state"
import { useFormat } from "../../../../lib/format"
import type { AffiliateDetail, Contract } from "../../../../types"

/** More contracts than anybody makes with one affiliate; the store answers no more at once. */
const ROWS_MAX = 1000

/** What was agreed on with this affiliate alone, the one that begins last first. */
export const ContractsSection = ({
  affiliate: { id: affiliateId, erased_at },
}: {
  affiliate: AffiliateDetail
}) => {
  const { t } = useTranslation("affiliate")
  const [limit, setLimit] = useState(CONTRACTS_SHOWN)
  const { contracts, count, error, refetch } = useContracts(affiliateId, {
    limit,
  })
  const end = useEnd(affiliateId)
  const remove = useRemove(affiliateId)

  return (
    <Section
      title={t("contracts.title")}
      description={t("contracts.description")}
      actions={
        !erased_at && (
          <Button size="small" variant="secondary" asChild>
            <Link to="contracts/create">{t("contracts.add")}</Link>
          </Button>
        )
      }
    >
      {error && !contracts ? (
        <LoadError error={error} onRetry={refetch} />
      ) : !contracts ? (
        <RowsSkeleton rows={1} />
      ) : contracts.length === 0 ? (
        <SectionEmpty>{t("contracts.empty")}</SectionEmpty>
      ) : (
        <>
          {contracts.map((contract) => (
            <ContractRow
              key={contract.id}
              contract={contract}
              isFixed={!!erased_at}
              onEnd={end}
              onRemove={remove}
            />
          ))}
          {count > contracts.length && (
            <div className="flex justify-center px-6 py-3">
              <Button
                size="small"
                variant="transparent"
                onClick={() => setLimit(ROWS_MAX)}
              >
                {t("contracts.showAll", { count })}
              </Button>
            </div>
          )}
        </>
      )}
    </Section>
  )
}

const COLORS: Record<
  ContractState,
  NonNullable<ComponentProps<typeof StatusBadge>["color"]>
> = { future: "blue", running: "green", ended: "grey" }

type ContractRowProps = {
  contract: Contract
  /** Nothing of it can be changed. */
  isFixed: boolean
  onEnd: (contract: Contract) => void
  onRemove: (contract: Contract) => void
}

const ContractRow = ({
  contract,
  isFixed,
  onEnd,
  onRemove,
}: ContractRowProps) => {
  const { t } = useTranslation("affiliate")
  const { percent, date } = useFormat()
  const state = contractStateOf(contract)

  return (
    <div className="flex items-center gap-x-4 px-6 py-4">
      <div className="flex min-w-0 flex-1 flex-col gap-y-0.5">
        <Text
          size="small"
          leading="compact"
          weight="plus"
          className="text-ui-fg-base break-words"
        >
          {contract.title}
        </Text>
        <Text size="small" leading="compact" className="text-ui-fg-subtle">
          {t("contracts.split", { percent: percent(contract.revenue_split) })}
          {" · "}
          {contract.ends_at
            ? t("contracts.period", {
                start: date(contract.starts_at),
                end: date(contract.ends_at),
              })
            : t("contracts.open", { start: date(contract.starts_at) })}
        </Text>
      </div>
      <StatusBadge color={COLORS[state]} className="text-nowrap">
        {t(`contracts.state.${state}`)}
      </StatusBadge>
      {!isFixed && (
        <ActionMenu
          groups={[
            {
              actions: [
                {
                  icon: <PencilSquare />,
                  label: t("contracts.edit"),
                  to: `contracts/${contract.id}`,
                },
              ],
            },
            {
              actions:
                state === "future"
                  ? [
                      {
                        icon: <Trash />,
                        label: t("common.actions.delete"),
                        onClick: () => onRemove(contract),
                      },
                    ]
                  : state === "running"
                    ? [
                        {
                          icon: <XCircle />,
                          label: t("contracts.end"),
                          onClick: () => onEnd(contract),
                        },
                      ]
                    : [],
            },
          ]}
        />
      )}
    </div>
  )
}

function useEnd(affiliateId: string) {
  const { t } = useTranslation("affiliate")
  const act = useAct()
  const { mutateAsync } = useUpdateContract(affiliateId)

  return ({ id, title }: Contract) =>
    act({
      ask: {
        title: t("contracts.endPrompt.title", { title }),
        description: t("contracts.endPrompt.description"),
        confirmText: t("contracts.end"),
      },
      change: () => mutateAsync({ id, ends_at: new Date().toISOString() }),
      done: t("contracts.endPrompt.done", { title }),
    })
}

function useRemove(affiliateId: string) {
  const { t } = useTranslation("affiliate")
  const act = useAct()
  const { mutateAsync } = useDeleteContract(affiliateId)

  return ({ id, title }: Contract) =>
    act({
      ask: {
        title: t("contracts.delete.title", { title }),
        description: t("contracts.delete.description"),
        confirmText: t("common.actions.delete"),
      },
      change: () => mutateAsync(id),
      done: t("contracts.delete.done", { title }),
    })
}
