// Lighthouse in a browser of its own: the four scores of a page and how soon it is read on a slow line.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import lighthouse from 'lighthouse'

/**
 * Slow lines: the way there and back in milliseconds, kilobits a second; within how many milliseconds a page of text, and one
 * with pictures where it may take longer, is to be read. The processor of the phone is a quarter as fast.
 */
export const lines = {
    'slow 4G': { rttMs: 150, throughputKbps: 1638.4, within: 1000 },
    'slow 3G': { rttMs: 400, throughputKbps: 400, within: 2000, withinPictured: 3000 },
    '2G': { rttMs: 800, throughputKbps: 250, within: 5000 },
}

/** Starts a browser that Lighthouse can steer; answers `{ port, close }`. */
async function browser() {
    const profile = mkdtempSync(join(tmpdir(), 'minhbach-lighthouse-'))
    const running = spawn(process.env.CHROMIUM ?? '/usr/bin/chromium', ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'], { stdio: 'ignore' })
    const ended = new Promise((resolve) => running.on('exit', resolve))
    for (let tries = 0; tries < 300; tries += 1) {
        await new Promise((next) => setTimeout(next, 100))
        try {
            const port = Number(readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0])
            const close = async () => {
                running.kill()
                await ended
                rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
            }
            return { port, close }
        } catch {
            // The browser writes this file when it is ready.
        }
    }
    throw new Error('The browser did not say where it listens.')
}

const median = (all) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)]

/**
 * Measures every address on every line, or on those named, so many rounds each, and answers of each address and line the medians:
 * `{ address, line, scores, shown, moved, wrong }`. What is wrong is named with the score it costs.
 */
export async function measured(addresses, rounds, only = Object.keys(lines)) {
    const { port, close } = await browser()
    try {
        const all = []
        for (const address of addresses) {
            for (const line of only) {
                const { rttMs, throughputKbps } = lines[line]
                const throttling = { rttMs, throughputKbps, cpuSlowdownMultiplier: 4, requestLatencyMs: 0, downloadThroughputKbps: 0, uploadThroughputKbps: 0 }
                // All four scores are asked for once, on the line Lighthouse itself looks through.
                const onlyCategories = line === 'slow 4G' ? undefined : ['performance']
                const seen = []
                for (let round = 0; round < rounds; round += 1) seen.push((await lighthouse(address, { port, logLevel: 'silent', throttlingMethod: 'simulate', throttling, onlyCategories })).lhr)
                const middle = (of) => median(seen.map(of))
                all.push({
                    address,
                    line,
                    scores: Object.fromEntries(Object.keys(seen[0].categories).map((id) => [id, Math.round(100 * middle((lhr) => lhr.categories[id].score))])),
                    shown: middle((lhr) => lhr.audits['largest-contentful-paint'].numericValue),
                    moved: Math.max(...seen.map((lhr) => lhr.audits['cumulative-layout-shift'].numericValue)),
                    wrong: Object.values(seen[0].audits).filter((audit) => audit.scoreDisplayMode === 'binary' && audit.score !== null && audit.score < 1).map((audit) => audit.id),
                })
            }
        }
        return all
    } finally {
        await close()
    }
}
