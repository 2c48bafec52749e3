// A picture such as a telephone takes, made by the browser: this repository publishes no invented photograph, and its own
// pictures are drawings. What weighs in a photograph is in it: a soft sky, ridges, leaves, walls with edges, grain.
import { cpSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { folder } from './site.js'

/** Draws the picture; runs in the page. Always the same, so that a figure of today can be held against one of last year. */
async function drawn({ width, height }) {
    const lattice = new Float32Array(256 * 256)
    let seed = 2024
    for (let at = 0; at < lattice.length; at += 1) {
        seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
        lattice[at] = (seed >>> 8) / 2 ** 24
    }
    const smooth = (t) => t * t * (3 - 2 * t)
    const noise = (x, y) => {
        const [column, row] = [Math.floor(x), Math.floor(y)]
        const [a, b] = [smooth(x - column), smooth(y - row)]
        const at = (i, j) => lattice[((row + j) & 255) * 256 + ((column + i) & 255)]
        const above = at(0, 0) + a * (at(1, 0) - at(0, 0))
        return above + b * (at(0, 1) + a * (at(1, 1) - at(0, 1)) - above)
    }
    const layers = (x, y, count) => {
        let [sum, weight, size] = [0, 0.5, 1]
        for (let layer = 0; layer < count; layer += 1, weight /= 2, size *= 2.03) sum += weight * noise(x * size + layer * 37, y * size + layer * 91)
        return sum
    }
    const canvas = new OffscreenCanvas(width, height)
    const context = canvas.getContext('2d')
    const picture = context.createImageData(width, height)
    const far = (x) => 0.3 + 0.16 * layers(x * 5, 3, 5)
    const near = (x) => 0.42 + 0.14 * layers(x * 8, 11, 6)
    const wall = (x, y) => x > 0.56 && x < 0.86 && y > 0.52 && y < 0.8
    const roof = (x, y) => y > 0.4 && y <= 0.52 && Math.abs(x - 0.71) < 0.04 + (y - 0.4) * 1.1
    const rows = [[], []]
    for (let column = 0; column < width; column += 1) for (const [at, edge] of [far, near].entries()) rows[at].push(edge(column / width))
    for (let row = 0, at = 0; row < height; row += 1) {
        for (let column = 0; column < width; column += 1, at += 4) {
            const [x, y] = [column / width, row / height]
            let dot
            if (roof(x, y)) {
                const tile = ((x * 160 + Math.floor(y * 130) / 2) % 1) * 26 - (y * 130 % 1) * 22
                dot = [146 + tile, 70 + tile * 0.8, 52 + tile * 0.7]
            } else if (wall(x, y)) {
                const window = [0.62, 0.71, 0.8].some((middle) => Math.abs(x - middle) < 0.025) && y > 0.58 && y < 0.7
                const stain = 30 * layers(x * 30, y * 22, 4)
                dot = window ? [44 + stain, 50 + stain, 58 + stain] : [206 - stain, 192 - stain, 164 - stain]
            } else if (y < rows[0][column]) {
                const cloud = 90 * Math.max(0, layers(x * 4, y * 9, 5) - 0.42)
                dot = [132 + 70 * y + cloud, 168 + 50 * y + cloud * 0.8, 214 + 20 * y + cloud * 0.4]
            } else if (y < rows[1][column]) {
                const forest = 46 * layers(x * 60, y * 60, 4)
                dot = [66 + forest, 92 + forest, 98 + forest * 0.8]
            } else {
                // The nearer, the larger: leaves before the feet of whoever took it.
                const size = 26 / (y * y * y)
                const leaf = 190 * (layers(x * size * 4, y * size * 3, 5) - 0.46) + 40 * (noise(x * size * 21, y * size * 9) - 0.5)
                dot = [92 + leaf, 118 + leaf, 52 + leaf * 0.6]
            }
            // No two spots are lit alike, and each colour has a grain of its own.
            const light = 0.78 + 0.3 * x - 0.1 * y
            const tint = [26 * noise(x * 4, y * 4), 12 * noise(x * 5 + 20, y * 5), 30 * noise(x * 4 + 50, y * 4 + 9)]
            for (let part = 0; part < 3; part += 1) {
                seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
                const grain = ((seed >>> 16 & 7) + (seed >>> 24 & 7) - 7) * 0.8
                picture.data[at + part] = dot[part] * light + tint[part] + grain
            }
            picture.data[at + 3] = 255
        }
    }
    context.putImageData(picture, 0, 0)
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 })).arrayBuffer())
    let text = ''
    for (let start = 0; start < bytes.length; start += 32_768) text += String.fromCharCode(...bytes.subarray(start, start + 32_768))
    return btoa(text)
}

/** The report that shows it, by the folder of its pages in both languages and by that of its source. */
export const report = { source: 'content/reports/2024/nam-nhun-quy-1-2024', page: 'tin/nam-nhun-quy-1-2024/index.html' }

/**
 * Builds a copy of this site in which one report shows a photograph, of twelve million dots unless told otherwise, in place of its first drawing;
 * answers `{ root, taken, weighs, close }`: the folder of the built copy, how many bytes the picture came with, and how many
 * it weighs at a width as a kind of file.
 */
export async function siteWithPhotograph(browser, size = { width: 4000, height: 3000 }) {
    const source = fileURLToPath(new URL('../..', import.meta.url))
    const copy = `${folder}-photograph-${size.width}`
    for (const part of ['content', 'site.toml', 'themes']) cpSync(join(source, part), join(copy, part), { recursive: true })
    const context = await browser.newContext()
    const page = await context.newPage()
    const taken = Buffer.from(await page.evaluate(drawn, size), 'base64')
    await context.close()
    writeFileSync(join(copy, report.source, 'bang-tien-do.jpg'), taken)
    for (const name of ['index.md', 'index.en.md']) {
        const file = join(copy, report.source, name)
        writeFileSync(file, readFileSync(file, 'utf8').replaceAll('bang-tien-do.svg', 'bang-tien-do.jpg'))
    }
    const root = join(copy, 'public')
    execFileSync(process.env.MINHBACH, ['--site', copy, '--lang', 'en', 'build', '--out', root], { stdio: ['ignore', 'ignore', 'inherit'] })
    const files = readdirSync(root, { recursive: true })
    const weighs = (width, kind) => {
        const file = files.find((name) => /bang-tien-do-[0-9a-f]{8}-/.test(name) && name.endsWith(`-${width}.${kind}`))
        return file && statSync(join(root, file)).size
    }
    return { root, taken: taken.length, weighs, close: () => rmSync(copy, { recursive: true, force: true }) }
}

/**
 * Opens a page and waits for its photograph in a browser that does not know some kinds of file (`webp`); answers what was
 * fetched and which file the browser chose.
 */
export async function taking(page, go, unknown) {
    const session = await page.context().newCDPSession(page)
    await session.send('Emulation.setDisabledImageTypes', { imageTypes: unknown })
    const fetched = []
    page.on('response', (one) => fetched.push({ url: one.url(), size: Number(one.headers()['content-length'] ?? 0) }))
    await go()
    const photo = page.locator('main figure img').first()
    await photo.scrollIntoViewIfNeeded()
    await page.waitForFunction((one) => one.complete && one.naturalWidth > 0, await photo.elementHandle())
    await page.waitForLoadState('networkidle')
    return { fetched: [...fetched], chosen: await photo.evaluate((one) => one.currentSrc) }
}
