// What is put up on a wall fits on its sheet.
import { test } from 'node:test'
import assert from 'node:assert/strict'
import { browser, site } from './started.js'
import { pages, kindOf } from './site.js'

test('the notice of every place is one sheet of A4', async () => {
    const notices = pages.filter((page) => kindOf(page) === 'notice')
    assert.ok(notices.length > 0)
    const page = await browser.newPage()
    const long = []
    for (const name of notices) {
        await page.goto(site.address + name)
        const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g).length
        if (sheets !== 1) long.push(`${name}: ${sheets} sheets`)
    }
    await page.close()
    assert.deepEqual(long, [])
})
