export {compileSchema, type SchemaCheck} from './compile-schema.ts';
