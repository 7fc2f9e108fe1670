import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { readAllianceSearch } from '#portfolio/web/alliance-search.ts';
import { areasSearch, chartSearch, organisationsSearch, peopleSearch } from '#people/web/people-search.ts';
import { ErrorPage } from './ErrorPage.tsx';
import { MissingPage } from './MissingPage.tsx';
import { Root } from './Root.tsx';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** A page without the shell: for those who are not signed in. */
    standalone?: boolean;
  }
}

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Root,
  errorComponent: ErrorPage,
  notFoundComponent: MissingPage,
});
const getParentRoute = () => root;
const standalone = { standalone: true };

/** A text of the search that a foreign link may leave out. */
const textIn = (search: Record<string, unknown>, name: string): string | undefined =>
  typeof search[name] === 'string' ? search[name] : undefined;

// One block a capability, so that each can add to its own lines.
const app = [
  createRoute({
    getParentRoute,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: '/alliances', replace: true });
    },
  }),
] as const;

const access = [
  createRoute({
    getParentRoute,
    path: '/setup/$token',
    staticData: standalone,
    component: lazyRouteComponent(() => import('#access/web/SetupPage.tsx'), 'SetupPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/sign-in',
    staticData: standalone,
    validateSearch: (search: Record<string, unknown>): { next?: string } => ({ next: textIn(search, 'next') }),
    component: lazyRouteComponent(() => import('#access/web/SignInPage.tsx'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/join/$token',
    staticData: standalone,
    component: lazyRouteComponent(() => import('#access/web/JoinPage.tsx'), 'JoinPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/members',
    component: lazyRouteComponent(() => import('#access/web/MembersPage.tsx'), 'MembersPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/settings',
    component: lazyRouteComponent(() => import('#access/web/SettingsPage.tsx'), 'SettingsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/forgotten',
    staticData: standalone,
    component: lazyRouteComponent(() => import('#access/web/ForgottenPage.tsx'), 'ForgottenPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/reset/$token',
    staticData: standalone,
    component: lazyRouteComponent(() => import('#access/web/ResetPage.tsx'), 'ResetPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/outbox',
    validateSearch: (search: Record<string, unknown>): { mail?: string } => ({ mail: textIn(search, 'mail') }),
    component: lazyRouteComponent(() => import('#access/web/OutboxPage.tsx'), 'OutboxPage'),
  }),
] as const;

const alliances = [
  createRoute({
    getParentRoute,
    path: '/alliances',
    validateSearch: readAllianceSearch,
    component: lazyRouteComponent(() => import('#portfolio/web/AllianceListPage.tsx'), 'AllianceListPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/alliances/new',
    component: lazyRouteComponent(() => import('#alliances/web/NewAlliancePage.tsx'), 'NewAlliancePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/alliances/$allianceId',
    component: lazyRouteComponent(() => import('./AllianceRoomPage.tsx'), 'AllianceRoomPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/alliances/$allianceId/edit',
    component: lazyRouteComponent(() => import('#alliances/web/EditAlliancePage.tsx'), 'EditAlliancePage'),
  }),
] as const;

const sponsorship = [
  createRoute({
    getParentRoute,
    path: '/alliances/$allianceId/selection',
    validateSearch: (
      search: Record<string, unknown>,
    ): { swings?: string; open?: string; compare?: string; also?: string } => ({
      swings: textIn(search, 'swings'),
      open: textIn(search, 'open'),
      compare: textIn(search, 'compare'),
      also: textIn(search, 'also'),
    }),
    component: lazyRouteComponent(() => import('#sponsorship/web/SelectionPage.tsx'), 'SelectionPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/cases/$caseId',
    component: lazyRouteComponent(() => import('#sponsorship/web/CasePage.tsx'), 'CasePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/answer/$token',
    staticData: standalone,
    validateSearch: (search: Record<string, unknown>): { choice?: 'accept' | 'decline' | 'talkFirst' } => ({
      choice: (['accept', 'decline', 'talkFirst'] as const).find((choice) => choice === search.choice),
    }),
    component: lazyRouteComponent(() => import('#sponsorship/web/AnswerPage.tsx'), 'AnswerPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/policy',
    component: lazyRouteComponent(() => import('#sponsorship/web/PolicyPage.tsx'), 'PolicyPage'),
  }),
] as const;

const people = [
  createRoute({
    getParentRoute,
    path: '/people',
    validateSearch: peopleSearch,
    component: lazyRouteComponent(() => import('#people/web/PeopleListPage.tsx'), 'PeopleListPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/people/new',
    component: lazyRouteComponent(() => import('#people/web/NewPersonPage.tsx'), 'NewPersonPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/people/chart',
    validateSearch: chartSearch,
    component: lazyRouteComponent(() => import('#people/web/OrganisationChartPage.tsx'), 'OrganisationChartPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/people/$personId',
    component: lazyRouteComponent(() => import('./PersonRoomPage.tsx'), 'PersonRoomPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/organisations',
    validateSearch: organisationsSearch,
    component: lazyRouteComponent(() => import('#people/web/OrganisationListPage.tsx'), 'OrganisationListPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/organisations/$organisationId',
    component: lazyRouteComponent(() => import('#people/web/OrganisationPage.tsx'), 'OrganisationPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/areas',
    validateSearch: areasSearch,
    component: lazyRouteComponent(() => import('#people/web/AreaTreePage.tsx'), 'AreaTreePage'),
  }),
] as const;

const intake = [
  createRoute({
    getParentRoute,
    path: '/import',
    component: lazyRouteComponent(() => import('./intake/ImportPage.tsx'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/import/$importId',
    component: lazyRouteComponent(() => import('./intake/ImportRunPage.tsx'), 'ImportRunPage'),
  }),
] as const;

export const router = createRouter({
  routeTree: root.addChildren([...app, ...access, ...alliances, ...sponsorship, ...people, ...intake]),
  context: { queryClient: undefined as unknown as QueryClient },
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
