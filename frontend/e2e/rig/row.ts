/**
 * Journeys run in rows side by side, one for each worker, and each row has a server and a Google of its own: an
 * environment variable names as many addresses as there are rows, with spaces between them.
 */
export function ofThisRow(variable: string, otherwise: string): string {
  const addresses = (process.env[variable] ?? otherwise).split(' ');
  return addresses[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0) % addresses.length] ?? otherwise;
}

/** How many rows there can be. */
export function rows(variable: string): number {
  return (process.env[variable] ?? '').split(' ').length;
}
