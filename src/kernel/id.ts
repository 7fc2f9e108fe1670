const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/**
 * A UUID of version 7: 48 bits of time, then 74 bits of luck, so that ids sort by when they were made.
 * @param now milliseconds since 1970
 * @param bytes ten random bytes
 */
export const uuidAt = (now: number, bytes: Uint8Array): string => {
  const time = hex(Math.floor(now), 12);
  const [a = 0, b = 0, c = 0, d = 0, ...rest] = bytes;
  const version = hex(0x70 | (a & 0x0f), 2) + hex(b, 2);
  const variant = hex(0x80 | (c & 0x3f), 2) + hex(d, 2);
  const tail = [0, 1, 2, 3, 4, 5].map((index) => hex(rest[index] ?? 0, 2)).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${tail}`;
};

export const isUuid = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
