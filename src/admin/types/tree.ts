import type { AffiliateStatus } from "./affiliate"

export type TreeNode = {
  id: string
  name: string
  email: string
  status: AffiliateStatus
  parent_id: string | null
  /** 0 = whoever is asked about; above −1, −2, …; below 1, 2, … */
  depth: number
  children_count: number
}

export type TreeResponse = {
  tree: {
    affiliate: TreeNode
    /** Nearest first. */
    ancestors: TreeNode[]
    /** Level by level, the newest first. */
    descendants: TreeNode[]
    truncated: boolean
  }
}
