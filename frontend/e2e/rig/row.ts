/**
 * The address for this worker: journeys run in rows side by side, one for each worker, and each row has a
 * server and a Google of its own. An environment variable names as many addresses as there are rows, with
 * spaces between them.
 */
export function ofThisRow(variable: string, otherwise: string): string {
  const addresses = (process.env[variable] ?? otherwise).split(' ');
  return addresses[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0) % addresses.length] ?? otherwise;
}

/** Returns the number of rows. */
export function rows(variable: string): number {
  return (process.env[variable] ?? '').split(' ').length;
}
