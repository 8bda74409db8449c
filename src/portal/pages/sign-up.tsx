import { useSearchParams } from "react-router-dom"
import { TextLink } from "../components/action"
import { ApplicationForm } from "../components/application-form"
import { Entry, Notice } from "../components/entry"
import { Failed, Rows } from "../components/states"
import { useProfile, usePublicProgram } from "../hooks/answers"
import { useToken } from "../hooks/session"
import { useSpeech } from "../i18n/language"
import { ApiError } from "../lib/api"
import { currentApplicant } from "../lib/session"

const NOT_FOUND = 404

/** Where somebody applies to a program: the default one, or `?program=`, sent by the code in `?ref=`. */
export function SignUpPage() {
  const { t } = useSpeech()
  const [search] = useSearchParams()
  const query = usePublicProgram(search.get("program"))
  const again = useOwnEmail()
  const program = query.data?.affiliate_program
  const closed =
    query.error instanceof ApiError && query.error.status === NOT_FOUND
  return (
    <Entry
      title={
        currentApplicant()
          ? t("entry.state.unfinishedTitle")
          : t("entry.signUp.title")
      }
      text={
        currentApplicant()
          ? t("entry.state.unfinished")
          : program && t("entry.signUp.intro", { program: program.name })
      }
    >
      {program && again.ready ? (
        <ApplicationForm
          program={program}
          referral={search.get("ref") ?? ""}
          email={again.email}
          action={t("entry.signUp.action")}
        />
      ) : closed ? (
        <Notice kind="hint">{t("entry.signUp.closed")}</Notice>
      ) : query.isError ? (
        <Failed error={query.error} retry={() => void query.refetch()} />
      ) : (
        <Rows />
      )}
      <p className="txt-small text-ui-fg-subtle">
        {t("entry.signUp.already")}{" "}
        <TextLink to="/sign-in">{t("entry.signIn.action")}</TextLink>
      </p>
    </Entry>
  )
}

/** Whoever is logged in here was turned down before, and applies again under the same e-mail. */
function useOwnEmail(): { ready: boolean; email?: string } {
  const token = useToken()
  const { data } = useProfile(token !== null)
  return token === null
    ? { ready: true }
    : { ready: data !== undefined, email: data?.affiliate.email }
}
