import { betterAuth } from 'better-auth';
import pg from 'pg';
import type { Database } from '#platform/db/database.ts';
import { newId } from '#platform/new-id.ts';

export type IdentitySettings = {
  readonly database: Database;
  readonly baseUrl: string;
  readonly trustedOrigins: readonly string[];
  readonly secret: string;
  /** Sign-in tries a minute from one address. */
  readonly signInsPerMinute: number;
  readonly sendPasswordReset: (userId: string, mail: string, token: string) => Promise<void>;
};

/** The header in which the server itself states the caller's address; what a caller sends under this name is dropped. */
export const callerAddressHeader = 'x-entente-caller';

const minute = 60;
const day = 24 * 60 * minute;

/**
 * Who somebody is: mail, password and sessions, kept by better-auth in the schema `identity` with a role that can touch
 * nothing else. What they may do is not its business; seats say that.
 */
export const openIdentity = (settings: IdentitySettings) => {
  const pool = new pg.Pool({
    connectionString: settings.database.url,
    max: 4,
    application_name: 'entente identity',
    options: '-c search_path=identity -c role=entente_identity',
  });
  pool.on('error', () => {});
  const auth = betterAuth({
    appName: 'Entente',
    baseURL: settings.baseUrl,
    basePath: '/api/auth',
    secret: settings.secret,
    trustedOrigins: [...settings.trustedOrigins],
    database: pool,
    telemetry: { enabled: false },
    logger: { level: 'error' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 60 * minute,
      sendResetPassword: ({ user, token }) => settings.sendPasswordReset(user.id, user.email, token),
    },
    session: {
      expiresIn: 14 * day,
      updateAge: day,
      // A signed copy in a cookie saves a query a request; a session ended elsewhere is gone within this minute.
      cookieCache: { enabled: true, maxAge: minute },
    },
    rateLimit: {
      enabled: true,
      window: minute,
      max: 300,
      customRules: {
        '/sign-in/email': { window: minute, max: settings.signInsPerMinute },
        '/request-password-reset': { window: minute, max: 3 },
        '/reset-password': { window: minute, max: 5 },
      },
    },
    advanced: {
      cookiePrefix: 'entente',
      useSecureCookies: settings.baseUrl.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [callerAddressHeader] },
      database: { generateId: () => newId() },
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
    },
  });

  const findUser = async (mail: string): Promise<string | null> => {
    const context = await auth.$context;
    const found = await context.internalAdapter.findUserByEmail(mail.toLowerCase());
    return found?.user.id ?? null;
  };

  return {
    handle: (request: Request): Promise<Response> => auth.handler(request),
    close: () => pool.end(),
    findUser,
    /** The signed-in user's id, or null. */
    async userOf(headers: Headers): Promise<string | null> {
      const session = await auth.api.getSession({ headers });
      return session?.user.id ?? null;
    },
    async createUser(name: string, mail: string, password: string): Promise<string> {
      const context = await auth.$context;
      const user = await context.internalAdapter.createUser(
        { name, email: mail.toLowerCase(), emailVerified: true },
        {
          method: 'other',
        },
      );
      await context.internalAdapter.linkAccount({
        userId: user.id,
        accountId: user.id,
        providerId: 'credential',
        password: await context.password.hash(password),
      });
      return user.id;
    },
    async isPassword(userId: string, password: string): Promise<boolean> {
      const context = await auth.$context;
      const hash = (await context.internalAdapter.findCredentialAccount(userId))?.password;
      return hash ? context.password.verify({ hash, password }) : false;
    },
    /** Signs in and returns the cookies to set. */
    async signIn(mail: string, password: string, headers: Headers): Promise<string[]> {
      const response = await auth.api.signInEmail({ body: { email: mail, password }, headers, asResponse: true });
      return response.headers.getSetCookie();
    },
    async deleteUser(userId: string): Promise<void> {
      const context = await auth.$context;
      await context.internalAdapter.deleteUser(userId);
    },
  };
};

export type Identity = ReturnType<typeof openIdentity>;
