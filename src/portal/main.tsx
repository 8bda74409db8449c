import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import "./styles.css"
import { App } from "./app"
import { applyTheme } from "./lib/theme"

applyTheme()
createRoot(document.getElementById("portal")!).render(
  <StrictMode>
    <App />
  </StrictMode>
)
