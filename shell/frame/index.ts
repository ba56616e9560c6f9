export {showFrame} from './show-frame.ts';
