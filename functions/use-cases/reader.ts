import { screen } from '../domain/risk/engine.ts';
import { loadModel } from '../domain/understanding/model/model.ts';
import { understand } from '../domain/understanding/understand.ts';
import { keepHot } from './keep-hot.ts';
import type { Platform, Reader } from './platform.ts';
import { type Filtering, hotEngine } from './screening.ts';

/** The models as they are now, at most 15 s old: those that an operator has published, else those that ship. */
export function hotReader(platform: Filtering & Pick<Platform, 'shippedModel'>): Platform['reader'] {
  const published = keepHot(platform, 'understanding', loadModel);
  const filter = hotEngine(platform);
  return async (): Promise<Reader> => {
    const [newer, engine] = await Promise.all([published(), filter()]);
    const model = newer?.of ?? platform.shippedModel();
    return {
      understand: (text, context) => understand(text, context, model, engine),
      screen: (text) => screen(text, engine, 'bot'),
    };
  };
}
