import '@mantine/core/styles.css';
import '#ui/ground.css';
import '#ui/print.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Notices } from '#ui/Notices.tsx';
import { schemeVariables, theme } from '#ui/theme.ts';
import { createQueryClient } from './query-client.ts';
import { router } from './router.tsx';

const queryClient = createQueryClient(() => {
  const { location } = router.state;
  if (location.pathname === '/sign-in') return;
  void router.navigate({ to: '/sign-in', search: { next: location.href }, replace: true });
});

export const App = () => (
  <MantineProvider theme={theme} cssVariablesResolver={schemeVariables} defaultColorScheme="auto">
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} context={{ queryClient }} />
    </QueryClientProvider>
    <Notices />
  </MantineProvider>
);
