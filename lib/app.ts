import { App, type AppProps } from 'aws-cdk-lib';
import { DataStack } from './data-stack.ts';
import { ServiceStack } from './service-stack.ts';
import { bundleFunctions } from './shared/bundle.ts';

/** The two stacks of Kefu. Both fit any account, Region and partition: nothing about them is spelled out. */
export async function kefuApp(
  props: AppProps = {},
): Promise<{ app: App; data: DataStack; service: ServiceStack }> {
  await bundleFunctions();
  const app = new App(props);
  const data = new DataStack(app, 'KefuData');
  const service = new ServiceStack(app, 'KefuService', { data });
  return { app, data, service };
}
