import { useSearchParams } from "react-router-dom"
import { TextLink } from "../components/action"
import { ApplicationForm } from "../components/application-form"
import { Entry, Notice } from "../components/entry"
import { Failed, Rows } from "../components/states"
import { usePublicProgram } from "../hooks/answers"
import { useSpeech } from "../i18n/language"
import { ApiError } from "../lib/api"
import { currentApplicant } from "../lib/session"

const NOT_FOUND = 404

/** Where somebody applies to a program: the default one, or `?program=`, sent by the code in `?ref=`. */
export function SignUpPage() {
  const { t } = useSpeech()
  const [search] = useSearchParams()
  const query = usePublicProgram(search.get("program"))
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
      {program ? (
        <ApplicationForm
          program={program}
          referral={search.get("ref") ?? ""}
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
