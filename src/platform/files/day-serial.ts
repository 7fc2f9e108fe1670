/**
 * The day behind a spreadsheet's day number. Counting begins with 1 for 1900-01-01, and includes a 29 February 1900 that
 * never was; or it begins with 0 for 1904-01-01.
 */
export const dayOfSerial = (serial: number, since1904: boolean): string | null => {
  const whole = Math.floor(serial);
  const days = since1904 ? whole + 1462 : whole;
  if (!(days >= 1 && days <= 2_958_465)) return null;
  const sinceUnix = days < 60 ? days - 25_568 : days - 25_569;
  return new Date(sinceUnix * 86_400_000).toISOString().slice(0, 10);
};
