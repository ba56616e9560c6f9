export {compileCatalogue} from './compile-catalogue.ts';
export {canMeasureHeap, findLeaks, type LeakSearch} from './find-leaks.ts';
export {mount, type Mounted} from './mount.ts';
export {createTestHost, type TestHost, type TestHostOptions} from './test-host.ts';
export {createTestPlatform, type TestPlatform} from './test-platform.ts';
export {watchLeaks, type Counts, type LeakWatch} from './watch-leaks.ts';
