import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from './browser-program.ts';

/** On a closed network a browser must not look for anything by itself; root's has no sandbox to stand in. */
const flags = [
  '--headless=shell',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--font-render-hinting=none',
  ...(process.getuid?.() === 0 ? ['--no-sandbox', '--no-zygote'] : []),
];

/** A browser without a window and with an empty profile. Whoever launches it closes it. */
export const launchBrowser = async (): Promise<Browser> => {
  const { path, fonts } = await findBrowser();
  return chromium.launch({
    executablePath: path,
    headless: true,
    ignoreDefaultArgs: ['--headless'],
    args: flags,
    env: { ...process.env, ...(fonts === null ? {} : { FONTCONFIG_FILE: fonts }) },
  });
};
