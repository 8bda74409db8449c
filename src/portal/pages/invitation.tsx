import { useSearchParams } from "react-router-dom"
import { TextLink } from "../components/action"
import { ApplicationForm } from "../components/application-form"
import { Entry, Notice } from "../components/entry"
import { Failed, Rows } from "../components/states"
import { usePublicInvitation, usePublicProgram } from "../hooks/answers"
import { useSpeech } from "../i18n/language"
import { ApiError } from "../lib/api"
import type { PublicInvitation } from "../lib/types"

const FAULT = 500

/** Where whoever has the link of an invitation accepts it. */
export function InvitationPage() {
  const { t } = useSpeech()
  const [search] = useSearchParams()
  const token = search.get("token") ?? ""
  const query = usePublicInvitation(token)
  if (query.data)
    return (
      <Invited token={token} invitation={query.data.affiliate_invitation} />
    )
  const gone = query.error instanceof ApiError && query.error.status < FAULT
  return (
    <Entry
      title={gone ? t("entry.invitation.gone") : t("entry.invitation.title")}
      text={gone ? t("entry.invitation.goneHint") : undefined}
    >
      {gone ? (
        <p className="txt-small">
          <TextLink to="/sign-in">{t("entry.signIn.action")}</TextLink>
        </p>
      ) : query.isError ? (
        <Failed error={query.error} retry={() => void query.refetch()} />
      ) : (
        <Rows />
      )}
    </Entry>
  )
}

function Invited({
  token,
  invitation: { program: to, email, name },
}: {
  token: string
  invitation: PublicInvitation
}) {
  const { t } = useSpeech()
  const query = usePublicProgram(to?.handle ?? null)
  return (
    <Entry
      title={t("entry.invitation.title")}
      text={t("entry.invitation.intro", { program: to?.name ?? "" })}
    >
      <Notice kind="hint">{t("entry.invitation.for", { email })}</Notice>
      {query.data ? (
        <ApplicationForm
          program={query.data.affiliate_program}
          invitation={{ token, name }}
          action={t("entry.invitation.action")}
        />
      ) : query.isError ? (
        <Failed error={query.error} retry={() => void query.refetch()} />
      ) : (
        <Rows />
      )}
    </Entry>
  )
}
