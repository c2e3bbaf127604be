// CRC-32 as a zip has it (that of IEEE 802.3), eight bytes at a time: one by one they would cost as much as the hash.

const lanes = 8;
/** One table after another: in the nth, what a byte becomes that n more bytes come behind. */
const tables = new Int32Array(lanes * 256);
for (let byte = 0; byte < 256; byte++) {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  tables[byte] = crc;
}
for (let at = 256; at < tables.length; at++) {
  const before = tables[at - 256]!;
  tables[at] = (before >>> 8) ^ tables[before & 255]!;
}

/** The CRC of `bytes` behind those whose CRC is `before`; of none it is 0. */
export function crc32(bytes: Uint8Array, before = 0): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const whole = bytes.length - (bytes.length % lanes);
  let crc = ~before;
  let at = 0;
  for (; at < whole; at += lanes) {
    const low = view.getInt32(at, true) ^ crc;
    const high = view.getInt32(at + 4, true);
    crc =
      tables[0x700 | (low & 255)]! ^
      tables[0x600 | ((low >>> 8) & 255)]! ^
      tables[0x500 | ((low >>> 16) & 255)]! ^
      tables[0x400 | (low >>> 24)]! ^
      tables[0x300 | (high & 255)]! ^
      tables[0x200 | ((high >>> 8) & 255)]! ^
      tables[0x100 | ((high >>> 16) & 255)]! ^
      tables[high >>> 24]!;
  }
  for (; at < bytes.length; at++) crc = (crc >>> 8) ^ tables[(crc ^ bytes[at]!) & 255]!;
  return ~crc >>> 0;
}
