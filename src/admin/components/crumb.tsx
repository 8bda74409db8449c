import { useTranslation } from "react-i18next"

import type { Words } from "../i18n/en"

type CrumbProps = { k: `nav.${keyof Words["nav"] & string}` }

/** A page's name in the trail at the top, in the dashboard's language. */
export const Crumb = ({ k }: CrumbProps) => {
  const { t } = useTranslation("affiliate")
  return <>{t(k)}</>
}
