import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';

/** Signing in and out is answered by the identity library under its own addresses; these are its requests. */
const reply = z.unknown();

export const signIn = endpoint({
  method: 'post',
  path: '/api/auth/sign-in/email',
  summary: 'Sign in with mail and password',
  body: z.object({ email: z.string(), password: z.string() }),
  reply,
});

export const signOut = endpoint({
  method: 'post',
  path: '/api/auth/sign-out',
  summary: 'End this session',
  body: z.object({}),
  reply,
});

export const requestPasswordReset = endpoint({
  method: 'post',
  path: '/api/auth/request-password-reset',
  summary: 'Mail a link to choose a new password',
  body: z.object({ email: z.string() }),
  reply,
});

export const resetPassword = endpoint({
  method: 'post',
  path: '/api/auth/reset-password',
  summary: 'Choose a new password by the link that was mailed',
  body: z.object({ newPassword: z.string(), token: z.string() }),
  reply,
});

export const changePassword = endpoint({
  method: 'post',
  path: '/api/auth/change-password',
  summary: 'Change the own password and end all other sessions',
  body: z.object({ currentPassword: z.string(), newPassword: z.string(), revokeOtherSessions: z.boolean() }),
  reply,
});
