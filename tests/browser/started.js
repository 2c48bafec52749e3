// A browser and the built site on a server, for the tests of the file that imports them; both end with the last test.
import { after } from 'node:test'
import { launch } from './browser.js'
import { serve } from './site.js'

export const browser = await launch()
export const site = await serve()

after(async () => {
    await browser.close()
    site.close()
})
