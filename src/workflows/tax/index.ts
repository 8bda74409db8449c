export * from "./file-tax-form"
export * from "./issue-payout-document"
export * from "./set-backup-withholding"
export * from "./set-tax-threshold"
