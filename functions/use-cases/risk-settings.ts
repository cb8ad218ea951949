import { RiskSettings } from '../../schemas/risk.ts';

/** Settings as they are published. @throws when they are none */
export function readSettings(bytes: Uint8Array): RiskSettings {
  return RiskSettings.parse(JSON.parse(new TextDecoder().decode(bytes)));
}
