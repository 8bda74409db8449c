import { Button } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useSpeech } from "../i18n/language"
import { brand } from "../lib/config"
import { endLogin } from "../lib/session"
import type { Profile } from "../lib/types"
import { MainLink } from "./action"
import { Entry, Notice } from "./entry"

/** Where an application stands that was not accepted, or not yet. */
export function StandingPage({ affiliate }: { affiliate: Profile }) {
  const { t, format } = useSpeech()
  const client = useQueryClient()
  const waiting = affiliate.status === "pending"
  return (
    <Entry
      title={
        waiting ? t("entry.state.pendingTitle") : t("entry.state.rejectedTitle")
      }
      text={waiting ? t("entry.state.pending") : t("entry.state.rejected")}
    >
      {waiting ? (
        <Notice kind="hint">
          {t("entry.state.applied", {
            date: format.day(affiliate.created_at),
            program: affiliate.program?.name ?? "",
          })}
        </Notice>
      ) : (
        affiliate.reapply_at && (
          <Reapply
            at={affiliate.reapply_at}
            program={affiliate.program?.handle ?? ""}
          />
        )
      )}
      <div className="flex flex-wrap items-center gap-3">
        {waiting && (
          <Button
            variant="secondary"
            onClick={() => void client.invalidateQueries()}
          >
            {t("entry.state.check")}
          </Button>
        )}
        <Button variant="transparent" onClick={endLogin}>
          {t("common.nav.signOut")}
        </Button>
      </div>
      {brand.support_email && (
        <a
          className="txt-small underline underline-offset-2"
          href={`mailto:${brand.support_email}`}
        >
          {t("entry.state.contact", { email: brand.support_email })}
        </a>
      )}
    </Entry>
  )
}

/** A rejected login applies again to the same program, or to none. */
function Reapply({ at, program }: { at: string; program: string }) {
  const { t, format } = useSpeech()
  const now = new Date(at) <= new Date()
  return (
    <>
      <Notice kind="hint">
        {now
          ? t("entry.state.reapplyNow")
          : t("entry.state.reapply", { date: format.day(at) })}
      </Notice>
      {now && (
        <MainLink to={`/sign-up?program=${encodeURIComponent(program)}`}>
          {t("entry.state.reapplyAction")}
        </MainLink>
      )}
    </>
  )
}
