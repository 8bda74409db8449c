import { ActionMenu } from "@medusajs/dashboard/components"
import {
  ArchiveBox,
  ArrowUturnLeft,
  PencilSquare,
  Trash,
} from "@medusajs/icons"
import { Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useAct } from "../../../../../hooks/act"
import {
  useDeleteCreative,
  useUpdateCreative,
} from "../../../../../hooks/creatives"
import type { Creative } from "../../../../../types"

export const CreativeRow = ({ creative }: { creative: Creative }) => {
  const { t } = useTranslation("affiliate")
  const { id, title, kind, text, image_url, width, height } = creative
  const archive = useArchive(creative)
  const remove = useRemove(creative)

  return (
    <Table.Row>
      <Table.Cell className="py-2">
        <span className="flex items-center gap-x-3">
          {image_url && (
            <img
              src={image_url}
              alt=""
              loading="lazy"
              className="bg-ui-bg-component size-10 shrink-0 rounded object-contain"
            />
          )}
          <span className="flex min-w-0 flex-col">
            <span className="text-ui-fg-base max-w-56 truncate" title={title}>
              {title}
            </span>
            {text && (
              <span
                className="txt-small text-ui-fg-muted max-w-56 truncate"
                title={text}
              >
                {text}
              </span>
            )}
          </span>
        </span>
      </Table.Cell>
      <Table.Cell>{t(`creatives.kind.${kind}`)}</Table.Cell>
      <Table.Cell className="whitespace-nowrap tabular-nums">
        {width && height ? t("creatives.pixels", { width, height }) : "–"}
      </Table.Cell>
      <Table.Cell
        className="max-w-56 truncate"
        title={creative.destination_url}
      >
        {creative.destination_url}
      </Table.Cell>
      <Table.Cell className="w-12">
        <ActionMenu
          groups={[
            {
              actions: [
                {
                  icon: <PencilSquare />,
                  label: t("common.actions.edit"),
                  to: `creatives/${id}`,
                },
                {
                  icon: creative.archived_at ? (
                    <ArrowUturnLeft />
                  ) : (
                    <ArchiveBox />
                  ),
                  label: t(
                    creative.archived_at
                      ? "creatives.restore"
                      : "creatives.archive"
                  ),
                  onClick: archive,
                },
              ],
            },
            {
              actions: [
                {
                  icon: <Trash />,
                  label: t("common.actions.delete"),
                  onClick: remove,
                },
              ],
            },
          ]}
        />
      </Table.Cell>
    </Table.Row>
  )
}

/** Archives a creative after asking, or offers it again. */
function useArchive({ id, title, archived_at }: Creative) {
  const { t } = useTranslation("affiliate")
  const act = useAct()
  const { mutateAsync } = useUpdateCreative(id)
  const archived = archived_at === null

  return () =>
    act({
      ask: archived
        ? {
            title: t("creatives.archiveTitle", { title }),
            description: t("creatives.archiveDescription"),
            confirmText: t("creatives.archive"),
          }
        : undefined,
      change: () => mutateAsync({ archived }),
      done: t(archived ? "creatives.archiveDone" : "creatives.restoreDone", {
        title,
      }),
    })
}

function useRemove({ id, title }: Creative) {
  const { t } = useTranslation("affiliate")
  const act = useAct()
  const { mutateAsync } = useDeleteCreative()

  return () =>
    act({
      ask: {
        title: t("creatives.deleteTitle", { title }),
        description: t("creatives.deleteDescription"),
        confirmText: t("common.actions.delete"),
      },
      change: () => mutateAsync(id),
      done: t("creatives.deleteDone", { title }),
    })
}
