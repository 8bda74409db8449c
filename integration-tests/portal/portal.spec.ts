import { describeWithChromium } from "../harness/chromium"
import { playCast } from "./cast"
import { everyPagePromises } from "./every-page"
import { figurePromises } from "./figures"
import { joiningPromises } from "./joining"
import { journeyPromises } from "./journey"
import { WITH_URL } from "./mails"
import { usePortal } from "./portal"
import { profilePromises } from "./profile"
import { servingPromises } from "./serving"
import { taxPromises } from "./tax"

jest.setTimeout(15 * 60_000)

describeWithChromium("the portal, in a browser", () => {
  const portal = usePortal(playCast, WITH_URL)

  describe("is served", () => servingPromises(portal))
  describe("every page", () => everyPagePromises(portal))
  describe("figures", () => figurePromises(portal))
  describe("joining", () => joiningPromises(portal))
  describe("tax forms", () => taxPromises(portal))
  describe("the profile", () => profilePromises(portal))
  describe("an affiliate's first weeks", () => journeyPromises(portal))
})
