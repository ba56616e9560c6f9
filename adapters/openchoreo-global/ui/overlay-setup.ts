import {setNonce} from 'get-nonce';

// Keeping the page behind a dialog from scrolling takes a style element, which the page's policy allows with its nonce.
const script = document.querySelector<HTMLElement>('script[nonce], style[nonce]');
if (script?.nonce) setNonce(script.nonce);
