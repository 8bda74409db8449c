import { Route, Routes } from "react-router-dom"
import { Guard } from "./components/guard"
import { Shell } from "./components/shell"
import { AgreementsPage } from "./pages/agreements"
import { CreativesPage } from "./pages/creatives"
import { DashboardPage } from "./pages/dashboard"
import { EarningPage } from "./pages/earning"
import { EarningsPage } from "./pages/earnings"
import { ForgotPasswordPage, NewPasswordPage } from "./pages/password"
import { InvitationPage } from "./pages/invitation"
import { LinksPage } from "./pages/links"
import { NotFoundPage } from "./pages/not-found"
import { PayoutPage } from "./pages/payout"
import { PayoutMethodPage } from "./pages/payout-method"
import { PayoutsPage } from "./pages/payouts"
import { ProfilePage } from "./pages/profile"
import { ReferralsPage } from "./pages/referrals"
import { SignInPage } from "./pages/sign-in"
import { SignUpPage } from "./pages/sign-up"
import { StatementPage } from "./pages/statement"
import { TaxPage } from "./pages/tax"
import { VerifyPage } from "./pages/verify"

export function Pages() {
  return (
    <Routes>
      <Route path="/sign-in" element={<SignInPage />} />
      <Route path="/sign-up" element={<SignUpPage />} />
      <Route path="/invitation" element={<InvitationPage />} />
      <Route path="/forgot-password" element={<ForgotPasswordPage />} />
      <Route path="/reset-password" element={<NewPasswordPage />} />
      <Route path="/verify-email" element={<VerifyPage />} />
      <Route element={<Guard />}>
        <Route element={<Shell />}>
          <Route index element={<DashboardPage />} />
          <Route path="/links" element={<LinksPage />} />
          <Route path="/creatives" element={<CreativesPage />} />
          <Route path="/earnings" element={<EarningsPage />} />
          <Route path="/earnings/:id" element={<EarningPage />} />
          <Route path="/payouts" element={<PayoutsPage />} />
          <Route path="/payouts/method" element={<PayoutMethodPage />} />
          <Route path="/payouts/tax" element={<TaxPage />} />
          <Route path="/payouts/:id" element={<PayoutPage />} />
          <Route path="/statement" element={<StatementPage />} />
          <Route path="/referrals" element={<ReferralsPage />} />
          <Route path="/profile" element={<ProfilePage />} />
          <Route path="/agreements" element={<AgreementsPage />} />
          <Route path="*" element={<NotFoundPage />} />
        </Route>
      </Route>
    </Routes>
  )
}
