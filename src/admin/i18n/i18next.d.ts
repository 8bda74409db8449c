import "i18next"

import type { Words } from "./en"

declare module "i18next" {
  /** Makes `useTranslation("affiliate")` know the keys that exist. */
  interface CustomTypeOptions {
    defaultNS: "affiliate"
    resources: { affiliate: Words }
  }
}
