/** What applications use. */
export { KefuClient, type ClientOptions } from './client.ts';
export type { ApiError, Party, SeenCursor } from './messages.ts';
export type { Conversation, ConversationEvent, Pending, Settings, Told } from './state.ts';
export { memoryStorage, type OutboxStorage } from './storage.ts';
