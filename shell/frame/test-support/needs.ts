import {sendKeys, setViewport} from '@web/test-runner-commands';

/** For `before`: skips the tests of the block, visibly, in an engine whose driver cannot press keys. */
export async function needsKeyboard(this: Mocha.Context): Promise<void> {
  if (!(await isSupported(sendKeys({press: 'ArrowDown'})))) this.skip();
}

/** For `before`: skips the tests of the block, visibly, in an engine whose driver cannot resize the window. */
export async function needsPhone(this: Mocha.Context): Promise<void> {
  if (!(await canResize(390))) this.skip();
}

/** For `after` where `needsPhone` stands in `before`. */
export async function restoreWindow(): Promise<void> {
  await canResize(1280);
}

/** Resizes the window; false where the engine's driver cannot. */
export async function canResize(width: number): Promise<boolean> {
  return isSupported(setViewport({width, height: 800}));
}

async function isSupported(command: Promise<unknown>): Promise<boolean> {
  try {
    await command;
    return true;
  } catch (error) {
    if (String(error).includes('not supported')) return false;
    throw error;
  }
}
