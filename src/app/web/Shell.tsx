import { Link, useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { DemoBanner } from '#access/web/DemoBanner.tsx';
import { useMe } from '#access/web/access-hooks.ts';
import { SearchButton } from './SearchButton.tsx';
import classes from './shell.module.css';
import { ShellFoot } from './ShellFoot.tsx';
import { shellWords } from './shell-words.ts';

const places = [
  { to: '/alliances', label: 'alliances' },
  { to: '/people', label: 'people' },
  { to: '/organisations', label: 'organisations' },
  { to: '/areas', label: 'areas' },
  { to: '/import', label: 'import' },
  { to: '/policy', label: 'policy' },
  { to: '/members', label: 'members' },
  { to: '/settings', label: 'settings' },
] as const;

/** After a change of page the keyboard and the screen reader start at its content, not where the old link was. */
const useFocusOnChange = (pathname: string) => {
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
};

export const Shell = ({ children }: { children: ReactNode }) => {
  const pathname = useLocation({ select: (location) => location.pathname });
  const [openAt, setOpenAt] = useState<string | null>(null);
  const main = useFocusOnChange(pathname);
  const workspace = useMe()?.workspace;
  const isOpen = openAt === pathname;
  return (
    <div className={classes.shell} data-menu={isOpen ? 'open' : 'closed'}>
      <a className={classes.skip} href="#content">
        {shellWords.toContent}
      </a>
      <header className={classes.bar} data-no-print>
        <div className={classes.top}>
          <Link to="/alliances" className={classes.brand}>
            <img src="/entente.svg" alt="" width="26" height="26" />
            {shellWords.product}
          </Link>
          <SearchButton />
          <button
            type="button"
            className={classes.burger}
            aria-expanded={isOpen}
            aria-controls="menu"
            aria-label={isOpen ? shellWords.closeMenu : shellWords.openMenu}
            onClick={() => setOpenAt(isOpen ? null : pathname)}
          >
            <span aria-hidden="true" />
          </button>
        </div>
        <div
          className={classes.menu}
          id="menu"
          onKeyDown={(event) => {
            if (event.key === 'Escape') setOpenAt(null);
          }}
        >
          {workspace && <p className={classes.workspace}>{workspace.name}</p>}
          <nav aria-label={shellWords.navigation}>
            <ul className={classes.places}>
              {places.map(({ to, label }) => (
                <li key={to}>
                  <Link to={to} className={classes.place} activeProps={{ 'aria-current': 'page' }}>
                    {shellWords.nav[label]}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <ShellFoot />
        </div>
      </header>
      <div className={classes.page}>
        <DemoBanner />
        <main id="content" ref={main} tabIndex={-1} className={classes.main}>
          {children}
        </main>
      </div>
    </div>
  );
};
