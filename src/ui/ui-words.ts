/** What the kit itself says; the pages' own words lie with their capability. */
export const uiWords = {
  somethingWrong: 'Something went wrong on this page. Nothing was changed; reload it and try again.',
  noServer: 'The server does not answer. What you entered is still here; try again in a moment.',
  serverSaid: (status: number) =>
    `The server could not do this (answer ${status}). Try again; if it stays so, tell whoever runs this server.`,
};
