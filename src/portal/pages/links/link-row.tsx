import { EllipsisHorizontal } from "@medusajs/icons"
import { Button, DropdownMenu, IconButton } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import { CopyButton, ShareButton } from "../../components/copy"
import { useErrorToast } from "../../hooks/error-words"
import { useSpeech } from "../../i18n/language"
import { api } from "../../lib/api"
import type { Link } from "../../lib/types"
import { note } from "../../lib/note"

/** A link with what it brought, and all there is to do with it. */
export function LinkRow({
  link,
  onEdit,
  onQr,
}: {
  link: Link
  onEdit: () => void
  onQr: () => void
}) {
  const { t } = useSpeech()
  const name = link.label ?? link.slug
  const archived = link.archived_at !== null
  return (
    <li className="border-ui-border-base flex flex-col gap-3 border-t px-4 py-4 sm:px-6">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <span className="txt-compact-small-plus break-anywhere block">
            {name}
          </span>
          <span className="txt-small text-ui-fg-base break-anywhere block font-mono">
            {link.url}
          </span>
          <span className="txt-small text-ui-fg-subtle break-anywhere block">
            {t("links.leadsTo", { address: link.destination_url })}
          </span>
          <Facts link={link} />
        </div>
        <Menu link={link} name={name} onEdit={onEdit} />
      </div>
      {!archived && (
        <div className="flex flex-wrap gap-2">
          <CopyButton text={link.url} thing={name} />
          <ShareButton data={{ url: link.url, title: name }} thing={name} />
          <Button
            variant="secondary"
            onClick={onQr}
            aria-label={`${t("links.qr")}: ${name}`}
          >
            {t("links.qr")}
          </Button>
        </div>
      )}
    </li>
  )
}

function Facts({ link }: { link: Link }) {
  const { t } = useSpeech()
  const facts = [
    t("links.clicks", { count: link.clicks }),
    t("links.orders", { count: link.orders }),
    link.campaign && t("links.campaign", { name: link.campaign }),
    link.sub_id && t("links.subId", { name: link.sub_id }),
  ].filter(Boolean)
  return (
    <span className="txt-small break-anywhere mt-1 block">
      {facts.join(" · ")}
    </span>
  )
}

function Menu({
  link,
  name,
  onEdit,
}: {
  link: Link
  name: string
  onEdit: () => void
}) {
  const { t } = useSpeech()
  const fail = useErrorToast()
  const archived = link.archived_at !== null
  const archive = useMutation({
    mutationFn: () =>
      api(`affiliate/links/${link.id}`, {
        method: "POST",
        body: { archived: !archived },
      }),
    onSuccess: () =>
      note.done(archived ? t("links.restoredDone") : t("links.archivedDone")),
    onError: fail,
  })
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <IconButton
          variant="transparent"
          aria-label={t("links.actions", { name })}
        >
          <EllipsisHorizontal />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end">
        <DropdownMenu.Item onSelect={onEdit}>
          {t("links.edit")}
        </DropdownMenu.Item>
        <DropdownMenu.Item onSelect={() => archive.mutate()}>
          {archived ? t("links.restore") : t("links.archive")}
        </DropdownMenu.Item>
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
