import type { QueryKey } from "@tanstack/react-query"
import { useMutation, useQueryClient } from "@tanstack/react-query"

import { changeKeys } from "../lib/query-keys"

/**
 * A mutation after which everything that it may have changed is read again.
 *
 * @param act What is done; its result is handed to the caller's `onSuccess`.
 * @param changes Query keys whose answers may have changed, lists and details alike.
 */
export function useChange<TResult, TInput = void>(
  act: (input: TInput) => Promise<TResult>,
  changes: readonly QueryKey[]
) {
  const queryClient = useQueryClient()

  return useMutation<TResult, Error, TInput>({
    mutationFn: act,
    onSuccess: async () => {
      await Promise.all(
        // The store records whatever is changed.
        [...changes, changeKeys.all].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey })
        )
      )
    },
  })
}

/** What a caller may decide about a query. */
export type ReadOptions = { enabled?: boolean }

/**
 * For what the store changes by itself: orders are refunded, holds end, workers
 * release. The dashboard's own default would show it a minute and a half late.
 */
export const FRESH = { staleTime: 0 } as const
