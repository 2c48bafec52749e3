// The browser itself, and the ways in which readers look at a page.
import { chromium } from 'playwright-core'

/** Starts Debian's Chromium; it says nothing to anyone but the pages it is sent to. */
export const launch = () => chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
})

/** How colours may be set on a reader's machine. */
export const schemes = {
    light: { colorScheme: 'light', forcedColors: 'none' },
    dark: { colorScheme: 'dark', forcedColors: 'none' },
    'forced colours': { colorScheme: 'dark', forcedColors: 'active' },
}

/** A small phone, a phone, a tablet, a desk. */
export const widths = [320, 360, 768, 1280]

/** The words a reader sees, in order, without the spaces between them: `innerText` leaves out what is not shown. */
export const words = (page, selector = 'body') => page.locator(selector).evaluateAll((all) => all.map((one) => one.innerText).join('').replace(/\s+/g, '').normalize())

/** Whether the page as a whole scrolls sideways, and what stands out of it. */
export const sideways = (page) => page.evaluate(() => {
    const wide = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= wide) return []
    const scrolls = (one) => one && (['auto', 'scroll'].includes(getComputedStyle(one).overflowX) || scrolls(one.parentElement))
    const out = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > wide + 1 && !scrolls(one.parentElement))
    return [`${document.documentElement.scrollWidth} of ${wide} px`, ...out.slice(0, 3).map((one) => `${one.tagName.toLowerCase()}.${one.className} “${one.textContent.slice(0, 40)}”`)]
})
