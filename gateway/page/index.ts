export {BootReader} from './boot-page.ts';
export {pageRoutes} from './page-routes.ts';
export {Prerenderer} from './prerenderer.ts';
