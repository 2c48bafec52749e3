// A photograph on a page: a browser takes the lighter kind it knows, and sees the same picture in the other.
import { test, before, after } from 'node:test'
import assert from 'node:assert/strict'
import { launch } from './browser.js'
import { report, siteWithPhotograph, taking } from './photograph.js'
import { serve } from './site.js'

let browser
let copy
let site

before(async () => {
    browser = await launch()
    copy = await siteWithPhotograph(browser, { width: 1600, height: 1200 })
    site = await serve(copy.root, () => ({}))
})
after(async () => {
    await browser?.close()
    site?.close()
    copy?.close()
})

/** The dots of the photograph as a browser shows it, and the file it took, on a phone of 360 px with two dots a px. */
async function seen(unknown) {
    const context = await browser.newContext({ viewport: { width: 360, height: 640 }, deviceScaleFactor: 2 })
    try {
        const page = await context.newPage()
        const { chosen, fetched } = await taking(page, () => page.goto(site.address + report.page), unknown)
        // Read from the file: the size a page tells of a picture with several files is that of its place.
        const { width, dots } = await page.evaluate(async (address) => {
            const picture = await createImageBitmap(await (await fetch(address)).blob())
            const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d')
            canvas.drawImage(picture, 0, 0)
            return { width: picture.width, dots: [...canvas.getImageData(0, 0, picture.width, picture.height).data] }
        }, chosen)
        assert.equal(width, 640)
        return { chosen, fetched, dots }
    } finally {
        await context.close()
    }
}

test('a browser that knows WebP takes it, another the JPEG, and both see the same', async () => {
    const [webp, jpeg] = [await seen([]), await seen(['webp'])]
    assert.match(webp.chosen, /-640\.webp$/)
    assert.match(jpeg.chosen, /-640\.jpg$/)
    for (const { chosen, fetched } of [webp, jpeg]) {
        const photos = fetched.filter((one) => /\.(webp|jpg)$/.test(one.url)).map((one) => one.url)
        assert.deepEqual(photos, [chosen], 'one file is fetched')
    }
    assert.equal(webp.dots.length, jpeg.dots.length)
    const apart = webp.dots.map((dot, at) => Math.abs(dot - jpeg.dots[at]))
    const mean = apart.reduce((sum, one) => sum + one, 0) / apart.length
    assert.ok(mean > 0 && mean < 6, `they differ by ${mean.toFixed(2)} of 255 on average`)
    // The last row and column: an encoder that works in squares may leave them out.
    const width = 640
    const height = webp.dots.length / 4 / width
    const edge = apart.filter((_, at) => Math.floor(at / 4) % width === width - 1 || Math.floor(at / 4 / width) === height - 1)
    const there = edge.reduce((sum, one) => sum + one, 0) / edge.length
    assert.ok(there < 8, `their edges differ by ${there.toFixed(2)} of 255 on average`)
})
