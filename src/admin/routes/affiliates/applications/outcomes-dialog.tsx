import { Drawer, Button, Text } from "@medusajs/ui"
import { CheckCircleSolid, XCircleSolid } from "@medusajs/icons"
import { useTranslation } from "react-i18next"

import type { Application, BatchOutcome } from "../../../types"

type OutcomesDialogProps = {
  /** `null` while there is nothing to tell. */
  outcomes: BatchOutcome[] | null
  applications: Application[]
  onClose: () => void
}

/** What became of each of many, those that were refused first with the reason. */
export const OutcomesDialog = ({
  outcomes,
  applications,
  onClose,
}: OutcomesDialogProps) => {
  const { t } = useTranslation("affiliate")
  const told = (outcomes ?? []).toSorted((a, b) => Number(a.ok) - Number(b.ok))
  const nameOf = (id: string) =>
    applications.find((application) => application.id === id)?.name ?? id

  return (
    <Drawer
      open={outcomes !== null}
      onOpenChange={(open) => !open && onClose()}
    >
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("applications.bulk.outcomes.title")}</Drawer.Title>
          <Drawer.Description className="txt-small text-ui-fg-subtle text-pretty">
            {t("applications.bulk.outcomes.description", {
              count: told.filter(({ ok }) => !ok).length,
              total: told.length,
            })}
          </Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="overflow-y-auto p-0">
          <ul className="divide-y">
            {told.map((outcome) => (
              <li key={outcome.id} className="flex gap-x-3 px-6 py-3">
                {outcome.ok ? (
                  <CheckCircleSolid className="text-ui-tag-green-icon mt-0.5 shrink-0" />
                ) : (
                  <XCircleSolid className="text-ui-tag-red-icon mt-0.5 shrink-0" />
                )}
                <div className="min-w-0">
                  <Text size="small" weight="plus" className="break-words">
                    {nameOf(outcome.id)}
                  </Text>
                  <Text size="small" className="text-ui-fg-subtle break-words">
                    {outcome.ok
                      ? t(`affiliates.status.${outcome.status}`)
                      : outcome.error.message}
                  </Text>
                </div>
              </li>
            ))}
          </ul>
        </Drawer.Body>
        <Drawer.Footer>
          <Button size="small" variant="secondary" onClick={onClose}>
            {t("applications.bulk.outcomes.close")}
          </Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
