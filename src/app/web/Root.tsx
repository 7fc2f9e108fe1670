import { Outlet, useMatches } from '@tanstack/react-router';
import { Shell } from './Shell.tsx';

/** Pages for those who are not signed in stand alone; all others stand in the shell. */
export const Root = () => {
  const isStandalone = useMatches({ select: (matches) => matches.some(({ staticData }) => staticData.standalone) });
  return isStandalone ? (
    <Outlet />
  ) : (
    <Shell>
      <Outlet />
    </Shell>
  );
};
