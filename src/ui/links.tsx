import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type Native = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'color' | 'style'> & {
  readonly ref?: Ref<HTMLAnchorElement>;
};

const RoutedAnchor = (props: Omit<AnchorProps, 'href'> & Native) => <Anchor {...props} />;
const RoutedButton = (props: Omit<ButtonProps, 'href'> & Native) => <Button component="a" {...props} />;

/** A link in running text or in a table, checked against the routes. */
export const TextLink = createLink(RoutedAnchor);

/** A link that looks like a button: the way to a form or to the next step. */
export const ButtonLink = createLink(RoutedButton);
