import { de } from "./de"
import { en } from "./en"

/** Words of the merchant's rooms, in the namespace `affiliate`. */
export default {
  en: { affiliate: en },
  de: { affiliate: de },
}
