import type { Contract, InputOf, ResponseOf } from '../../schemas/operation.ts';

/** One function for every operation of a contract: parsed input and the caller in, the response out. */
export type Answers<C extends Contract, Caller> = {
  [Name in keyof C]: (input: InputOf<C[Name]>, caller: Caller) => Promise<ResponseOf<C[Name]>>;
};
