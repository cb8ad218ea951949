import { App, type AppProps } from 'aws-cdk-lib';
import recommended from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };
import { DataStack } from './data-stack.ts';
import { ServiceStack } from './service-stack.ts';
import { bundleFunctions } from './shared/bundle.ts';

/** How the CDK behaves: as it recommends, wherever the app is made, so that tests see the templates that are deployed. */
const context: Record<string, unknown> = {
  ...recommended,
  // The service stack imports from the data stack: CloudFormation then refuses to take away a table that is in use.
  '@aws-cdk/core:defaultCrossStackReferences': 'strong',
};

/** The two stacks of Kefu. Both fit any account, Region and partition: nothing about them is spelled out. */
export async function kefuApp(
  props: AppProps = {},
): Promise<{ app: App; data: DataStack; service: ServiceStack }> {
  await bundleFunctions();
  // Analytics would write the list of all Regions into both templates.
  const app = new App({ analyticsReporting: false, ...props, context: { ...context, ...props.context } });
  const data = new DataStack(app, 'KefuData');
  const service = new ServiceStack(app, 'KefuService', { data });
  return { app, data, service };
}
