import {
  ArrowRightOnRectangle,
  BarsThree,
  CashSolid,
  ChartBar,
  CreditCard,
  DocumentText,
  Link as LinkIcon,
  Photo,
  User,
  Users,
  XMark,
} from "@medusajs/icons"
import { Button, clx, Text } from "@medusajs/ui"
import { useEffect, useRef, useState } from "react"
import { NavLink, Outlet, useLocation } from "react-router-dom"
import { useAffiliate } from "../hooks/affiliate"
import { useSpeech } from "../i18n/language"
import { endLogin } from "../lib/session"
import { BrandMark } from "./brand-mark"
import { Notice } from "./entry"
import { Foot } from "./foot"
import { LanguageChoice, ThemeChoice } from "./taste"

const PAGES = [
  { to: "/", name: "dashboard", Icon: ChartBar },
  { to: "/links", name: "links", Icon: LinkIcon },
  { to: "/creatives", name: "creatives", Icon: Photo },
  { to: "/earnings", name: "earnings", Icon: CashSolid },
  { to: "/payouts", name: "payouts", Icon: CreditCard },
  { to: "/statement", name: "statement", Icon: DocumentText },
  { to: "/referrals", name: "referrals", Icon: Users },
  { to: "/profile", name: "profile", Icon: User },
] as const

/** The portal around its pages: beside them on a wide screen, above them on a phone. */
export function Shell() {
  const { t } = useSpeech()
  const affiliate = useAffiliate()
  const main = useMainFocus()
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[240px_minmax(0,1fr)] print:block">
      <a
        href="#content"
        onClick={(event) => {
          // The page has a base, so that a bare fragment would lead elsewhere.
          event.preventDefault()
          main.current?.focus()
        }}
        className="bg-ui-bg-base sr-only z-50 rounded p-2 focus:not-sr-only focus:fixed focus:left-2 focus:top-2"
      >
        {t("common.skip")}
      </a>
      <Aside name={affiliate.name} email={affiliate.email} />
      <div className="flex min-w-0 flex-col">
        <main
          id="content"
          ref={main}
          tabIndex={-1}
          className="mx-auto flex w-full max-w-6xl flex-1 flex-col gap-5 px-4 py-6 outline-none sm:px-6 lg:py-8"
        >
          {affiliate.status === "suspended" && (
            <Notice kind="error">
              <strong>{t("entry.state.suspendedTitle")}.</strong>{" "}
              {t("entry.state.suspended")}
            </Notice>
          )}
          <Outlet context={affiliate} />
        </main>
        <div className="mx-auto w-full max-w-6xl px-4 pb-6 sm:px-6">
          <Foot />
        </div>
      </div>
    </div>
  )
}

/** After another page was opened, reading goes on at its beginning. */
function useMainFocus() {
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    main.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [pathname])
  return main
}

function Aside({ name, email }: { name: string; email: string }) {
  const { t } = useSpeech()
  const [open, setOpen] = useState(false)
  const { pathname } = useLocation()
  useEffect(() => setOpen(false), [pathname])
  return (
    <aside className="no-print bg-ui-bg-base border-ui-border-base border-b lg:sticky lg:top-0 lg:flex lg:h-dvh lg:flex-col lg:overflow-y-auto lg:border-b-0 lg:border-r">
      <div className="flex items-center justify-between gap-3 px-4 py-3 lg:px-5 lg:py-6">
        <div className="min-w-0">
          <BrandMark />
        </div>
        <Button
          variant="secondary"
          className="lg:hidden"
          aria-expanded={open}
          aria-controls="menu"
          onClick={() => setOpen(!open)}
        >
          {open ? <XMark /> : <BarsThree />}
          {open ? t("common.nav.close") : t("common.nav.menu")}
        </Button>
      </div>
      <div
        id="menu"
        className={clx(
          "flex-col px-3 pb-4 lg:flex lg:flex-1",
          open ? "flex" : "hidden"
        )}
      >
        <nav aria-label={t("common.nav.label")}>
          <ul className="flex flex-col gap-0.5">
            {PAGES.map(({ to, name: page, Icon }) => (
              <li key={to}>
                <NavLink
                  to={to}
                  end={to === "/"}
                  className={({ isActive }) =>
                    clx(
                      "txt-compact-small-plus flex min-h-10 items-center gap-3 rounded-md px-3 lg:min-h-9",
                      isActive
                        ? "bg-ui-bg-component text-ui-fg-base shadow-elevation-card-rest"
                        : "text-ui-fg-subtle hover:bg-ui-bg-base-hover"
                    )
                  }
                >
                  <Icon aria-hidden />
                  {t(`common.nav.${page}`)}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="mt-4 flex flex-col gap-3 px-2 lg:mt-auto lg:pt-6">
          <div className="grid grid-cols-2 gap-2 lg:grid-cols-1">
            <LanguageChoice hideLabel />
            <ThemeChoice hideLabel />
          </div>
          <div className="min-w-0">
            <Text size="small" weight="plus" className="truncate" title={name}>
              {name}
            </Text>
            <Text
              size="small"
              className="text-ui-fg-subtle truncate"
              title={email}
            >
              {email}
            </Text>
          </div>
          <Button variant="secondary" onClick={endLogin} className="w-full">
            <ArrowRightOnRectangle />
            {t("common.nav.signOut")}
          </Button>
        </div>
      </div>
    </aside>
  )
}
