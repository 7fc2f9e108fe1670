// Runs before everything else. A file of its own, since the page allows no inline script.
// 1. A dark reader never sees a white flash.
// 2. Schemas are checked without compiling code at run time, which the page's security policy would refuse and report.
(() => {
  globalThis.__zod_globalConfig = { jitless: true };
  let chosen = null;
  try {
    chosen = localStorage.getItem('mantine-color-scheme-value');
  } catch {}
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
