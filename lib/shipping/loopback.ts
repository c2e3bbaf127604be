// Services on this machine: the only ones, but for a company's build of rules that the attack found nothing in.

/** Whether an address is this machine's own: localhost, 127.0.0.0/8 or [::1], by http or https. */
export function isLoopback(address: string): boolean {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return false;
  return url.hostname === "localhost" || url.hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(url.hostname);
}
