import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

const sdk = '@aws-sdk/*';
const zodNamespace = {
  name: 'zod',
  message: "import * as z from 'zod/mini': the full build costs 70 kB in every bundle.",
};

/** Files of a folder may import only what is named; the first folder that matches a path decides. */
const mayNotImport = (files, groups) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      { paths: [zodNamespace], patterns: groups.map(([group, message]) => ({ group, message })) },
    ],
  },
});

export default tseslint.config(
  { ignores: ['node_modules', 'cdk.out', '.kefu', 'coverage', 'client/dist', 'schemas/contracts/*.json'] },
  eslint.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowNever: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true } }],
      'no-restricted-imports': ['error', { paths: [zodNamespace] }],
    },
  },
  mayNotImport(
    ['schemas/**'],
    [
      [
        ['**/functions/**', '**/lib/**', '**/local/**', sdk, 'aws-cdk-lib*'],
        'schemas imports zod and itself.',
      ],
    ],
  ),
  mayNotImport(
    ['functions/domain/**'],
    [
      [
        [
          sdk,
          'aws-cdk-lib*',
          '**/stores/*',
          '**/gateways/*',
          '**/runtime/*',
          '**/use-cases/*',
          '**/memory/*',
        ],
        'the domain imports schemas and itself: no AWS, no I/O.',
      ],
    ],
  ),
  mayNotImport(
    ['functions/use-cases/**'],
    [
      [
        [sdk, 'aws-cdk-lib*', '**/stores/*', '**/gateways/*', '**/memory/*', '**/runtime/*'],
        'use cases get a Platform; they never name AWS or memory.',
      ],
    ],
  ),
  mayNotImport(
    ['functions/memory/**'],
    [[[sdk, 'aws-cdk-lib*', '**/runtime/*'], 'memory implements the platform without AWS.']],
  ),
  mayNotImport(
    ['functions/runtime/**'],
    [[[sdk, 'aws-cdk-lib*', '**/gateways/*', '**/memory/*'], 'runtime knows no AWS service.']],
  ),
  mayNotImport(
    ['functions/*.ts'],
    [
      [
        [sdk, 'aws-cdk-lib*', './*.ts'],
        'a handler imports the folders beside it, never AWS and never another handler.',
      ],
    ],
  ),
  mayNotImport(
    ['client/src/**'],
    [[['../*', '@*', '!./*'], 'the client is a package of its own and depends on nothing.']],
  ),
  mayNotImport(
    ['lib/**', 'bin/**'],
    [
      [
        ['**/functions/*', '!**/functions/domain', sdk],
        'lib names handlers by path, it never imports them; of functions it may ask the rules.',
      ],
    ],
  ),
  {
    files: ['functions/domain/**', 'functions/use-cases/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Time is asked of the platform, or is an argument.',
        },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Time is asked of the platform, or is an argument.',
        },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'Chance is asked of the platform, or is an argument.',
        },
      ],
    },
  },
  {
    files: ['**/*.config.{js,ts}'],
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { process: 'readonly', performance: 'readonly' } },
  },
);
