import { type App, type IPolicyValidationPlugin, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { acceptFindings } from './suppressions.ts';

/** Rules of others that our templates are held to at every synthesis. */
export function checks(): IPolicyValidationPlugin[] {
  return [new AwsSolutionsChecks(), new ServerlessChecks()];
}

/** Refuses to synthesise a template with a finding that nobody has accepted in `suppressions.ts`. */
export function check(app: App): void {
  acceptFindings(app);
  Validations.of(app).addPlugins(...checks());
}
