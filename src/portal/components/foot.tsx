import { useSpeech } from "../i18n/language"
import { brand } from "../lib/config"

const LINK =
  "text-ui-fg-subtle hover:text-ui-fg-base underline underline-offset-2"

/** The store's own terms and address, where it has said them. */
export function Foot() {
  const { t } = useSpeech()
  if (!brand.terms_url && !brand.support_email) return null
  return (
    <footer className="no-print txt-small flex flex-wrap gap-x-6 gap-y-2">
      {brand.terms_url && (
        <a
          className={LINK}
          href={brand.terms_url}
          target="_blank"
          rel="noreferrer"
        >
          {t("common.footer.terms")}
        </a>
      )}
      {brand.support_email && (
        <a className={LINK} href={`mailto:${brand.support_email}`}>
          {t("common.footer.support", { email: brand.support_email })}
        </a>
      )}
    </footer>
  )
}
