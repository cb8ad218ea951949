/**
 * Where an address of AWS is reached from here. On a local cloud (`AWS_ENDPOINT_URL`) APIs and user pools answer below
 * that one address instead of under host names of their own; on AWS the address stays as it is.
 */
export function reachable(address: string): string {
  const { AWS_ENDPOINT_URL } = process.env;
  if (!AWS_ENDPOINT_URL) return address;
  const { hostname, pathname } = new URL(address);
  const [first = '', service] = hostname.split('.');
  if (service === 'execute-api') return `${AWS_ENDPOINT_URL}/_aws/execute-api/${first}${pathname}`;
  if (first === 'cognito-idp') return `${AWS_ENDPOINT_URL}${pathname}`;
  return address;
}
