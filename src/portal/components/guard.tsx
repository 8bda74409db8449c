import { Navigate, Outlet, useLocation } from "react-router-dom"
import { useProfile } from "../hooks/answers"
import { useToken } from "../hooks/session"
import { useSpeech } from "../i18n/language"
import { wasEnded } from "../lib/session"
import { Entry } from "./entry"
import { StandingPage } from "./standing"
import { Failed, Rows } from "./states"

/** Lets in who has logged in and is an affiliate; tells others where they stand. */
export function Guard() {
  const token = useToken()
  const { pathname, search } = useLocation()
  if (!token)
    return (
      <Navigate
        to={
          wasEnded()
            ? "/sign-in"
            : `/sign-in?to=${encodeURIComponent(pathname + search)}`
        }
        replace
      />
    )
  return <Known />
}

function Known() {
  const { t } = useSpeech()
  const profile = useProfile()
  if (profile.isError)
    return (
      <Entry title={t("common.brand")}>
        <Failed error={profile.error} retry={() => void profile.refetch()} />
      </Entry>
    )
  if (!profile.data)
    return (
      <Entry title={t("common.brand")}>
        <Rows />
      </Entry>
    )
  const { affiliate } = profile.data
  return affiliate.status === "pending" || affiliate.status === "rejected" ? (
    <StandingPage affiliate={affiliate} />
  ) : (
    <Outlet context={affiliate} />
  )
}
