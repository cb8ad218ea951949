/**
 * Where a service answers: at `AWS_ENDPOINT_URL` (a local cloud) or at the Region's own address. The bundle puts this in
 * the place of the SDK's rule engine, which knows every partition, FIPS and dual-stack name and costs 17 kB a client; the
 * stack tells each function its partition's suffix instead.
 */
export function endpointOf(service: string) {
  return ({ Endpoint, Region }: { Endpoint?: string | undefined; Region?: string | undefined }) => {
    const { AWS_URL_SUFFIX } = process.env;
    if (Endpoint === undefined && (!Region || !AWS_URL_SUFFIX)) {
      throw new Error(`where is ${service}? AWS_REGION and AWS_URL_SUFFIX say so, or AWS_ENDPOINT_URL`);
    }
    return { url: new URL(Endpoint ?? `https://${service}.${Region}.${AWS_URL_SUFFIX}`) };
  };
}
