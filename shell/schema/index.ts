/**
 * Checks values against JSON Schemas in the browser: payloads of events, contributions, settings, stores. Not part of
 * the first load: `const {compileSchema} = await import('../schema/index.ts')`, and keep the function it makes.
 */
export {compileSchema, type FindFaults} from './compile-schema.ts';
