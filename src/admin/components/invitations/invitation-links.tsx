import { ArrowDownTray } from "@medusajs/icons"
import { Button, Copy, InlineTip, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { download } from "../../lib/download"
import type { NewInvitation } from "../../types"

/** Links that no e-mail brought to anybody, to copy: they are shown this once. */
export const InvitationLinks = ({
  invitations,
}: {
  invitations: NewInvitation[]
}) => {
  const { t } = useTranslation("affiliate")
  const save = () =>
    download(
      new Blob([toCsv(invitations)], { type: "text/csv" }),
      `${t("invitations.links.fileName")}.csv`
    )

  return (
    <div className="flex flex-col gap-y-4">
      {invitations.some(({ accept_url }) => !accept_url) && (
        <InlineTip variant="info" label="Token">
          {t("invitations.links.token")}
        </InlineTip>
      )}
      <ul className="shadow-elevation-card-rest bg-ui-bg-component divide-y rounded-lg">
        {invitations.map((invitation) => (
          <li
            key={invitation.id}
            className="flex items-center gap-x-3 px-4 py-3"
          >
            <div className="min-w-0 flex-1">
              <Text
                size="small"
                leading="compact"
                weight="plus"
                className="truncate"
              >
                {invitation.email}
              </Text>
              <span className="text-ui-fg-subtle block break-all font-mono text-xs">
                {wordOf(invitation)}
              </span>
            </div>
            <Copy content={wordOf(invitation)} className="text-ui-fg-muted" />
          </li>
        ))}
      </ul>
      {invitations.length > 1 && (
        <div>
          <Button type="button" size="small" variant="secondary" onClick={save}>
            <ArrowDownTray />
            {t("invitations.links.copyAll")}
          </Button>
        </div>
      )}
    </div>
  )
}

/** What has to reach the person. */
const wordOf = ({ accept_url, token }: NewInvitation): string =>
  accept_url ?? token

function toCsv(invitations: NewInvitation[]): string {
  const rows = invitations.map((invitation) => [
    invitation.email,
    invitation.name ?? "",
    wordOf(invitation),
  ])
  return [["email", "name", "link"], ...rows]
    .map((row) => row.map(toCell).join(","))
    .join("\r\n")
}

/** Quoted, and never a formula for a spreadsheet. */
const toCell = (text: string): string =>
  `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`
