import { lazy, Suspense, useRef } from 'react';
import type { DialogProps } from './Dialog.tsx';

const Dialog = lazy(async () => ({ default: (await import('./Dialog.tsx')).Dialog }));

/** A Dialog whose code comes when it is first opened: no page pays for a question that is never asked. */
export const LazyDialog = (props: DialogProps) => {
  const wasOpened = useRef(false);
  if (props.isOpen) wasOpened.current = true;
  return wasOpened.current ? (
    <Suspense fallback={null}>
      <Dialog {...props} />
    </Suspense>
  ) : null;
};
