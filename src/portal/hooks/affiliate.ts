import { useOutletContext } from "react-router-dom"
import type { Profile } from "../lib/types"

/** Who has logged in; the guard of the pages has asked. */
export const useAffiliate = (): Profile => useOutletContext<Profile>()
