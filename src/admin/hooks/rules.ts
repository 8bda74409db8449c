import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query"

import { changeKeys, ruleKeys } from "../lib/query-keys"
import { sdk } from "../lib/sdk"
import type {
  CreateRule,
  Deleted,
  ListQuery,
  PreviewRule,
  PublishRule,
  RuleListResponse,
  RulePreview,
  RuleResponse,
  RuleVersionListResponse,
} from "../types"
import { useChange } from "./client"

const ROUTE = "/admin/affiliate-rules"

const changes = [ruleKeys.all, changeKeys.all]

/** Rules with what they say now; retired ones only with `retired: true`. */
export function useRules(query: ListQuery = {}) {
  const { data, ...rest } = useQuery({
    queryKey: ruleKeys.list(query),
    queryFn: () => sdk.client.fetch<RuleListResponse>(ROUTE, { query }),
    placeholderData: keepPreviousData,
  })
  return { rules: data?.affiliate_rules, count: data?.count ?? 0, ...rest }
}

export function useRule(id: string) {
  const { data, ...rest } = useQuery({
    queryKey: ruleKeys.detail(id),
    queryFn: () => sdk.client.fetch<RuleResponse>(`${ROUTE}/${id}`),
  })
  return { rule: data?.affiliate_rule, ...rest }
}

/** Everything a rule ever said, the latest first. */
export function useRuleVersions(id: string, query: { limit: number }) {
  const { data, ...rest } = useQuery({
    queryKey: [...ruleKeys.detail(id), "versions", query],
    queryFn: () =>
      sdk.client.fetch<RuleVersionListResponse>(`${ROUTE}/${id}/versions`, {
        query,
      }),
    placeholderData: keepPreviousData,
  })
  return {
    versions: data?.affiliate_rule_versions,
    count: data?.count ?? 0,
    ...rest,
  }
}

export function useCreateRule() {
  return useChange(
    (body: CreateRule) =>
      sdk.client.fetch<RuleResponse>(ROUTE, { method: "POST", body }),
    changes
  )
}

/** Publishes the rule's next version. */
export function usePublishRule(id: string) {
  return useChange(
    (body: PublishRule) =>
      sdk.client.fetch<RuleResponse>(`${ROUTE}/${id}`, {
        method: "POST",
        body,
      }),
    changes
  )
}

/** Takes a rule out of force for the orders to come. */
export function useRetireRule() {
  return useChange(
    (id: string) =>
      sdk.client.fetch<Deleted>(`${ROUTE}/${id}`, { method: "DELETE" }),
    changes
  )
}

/** What an order brings now, and what it would bring with a rule; changes nothing. */
export function usePreviewRule() {
  return useMutation<RulePreview, Error, PreviewRule>({
    mutationFn: (body) =>
      sdk.client.fetch<RulePreview>(`${ROUTE}/preview`, {
        method: "POST",
        body,
      }),
  })
}
