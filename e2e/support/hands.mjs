// How somebody fills a field, chooses and follows: by pointing, or by keys alone; and how a finger goes over the page.
import assert from 'node:assert/strict';

export const pointing = {
  fill: (locator, text) => locator.fill(text),
  press: (locator) => locator.click(),
  choose: (locator) => locator.check(),
};

// Moves the focus with Tab until the element has it, as somebody without a mouse does.
export async function tabTo(locator) {
  const page = locator.page();
  for (let i = 0; i < 250; i++) {
    if (await locator.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${locator}`);
}

export const keyboard = {
  async fill(locator, text) {
    await tabTo(locator);
    if ((await locator.getAttribute('type')) === 'date') {
      const [year, month, date] = text.split('-');
      await locator.page().keyboard.type(`${month}${date}${year}`);
    } else {
      await locator.page().keyboard.press('Control+a');
      await locator.page().keyboard.type(text);
    }
    assert.equal(await locator.inputValue(), text);
  },
  async press(locator) {
    await tabTo(locator);
    await locator.page().keyboard.press('Enter');
  },
  // Tab reaches a group of radio buttons once; the arrows walk in it.
  async choose(locator) {
    const page = locator.page();
    const name = await locator.getAttribute('name');
    for (let i = 0; i < 250; i++) {
      if ((await page.evaluate(() => document.activeElement?.getAttribute('name'))) === name) break;
      await page.keyboard.press('Tab');
    }
    if ((await locator.getAttribute('type')) === 'checkbox') await tabTo(locator);
    await page.keyboard.press('Space');
    for (let i = 0; i < 20 && !(await locator.isChecked()); i++) await page.keyboard.press('ArrowDown');
    assert.equal(await locator.isChecked(), true);
  },
};

/** A finger that goes from point to point, each `[x, y]`, as fingers do: in small steps, none faster than the page is painted. */
export async function slide(page, [first, ...rest]) {
  const input = await page.context().newCDPSession(page);
  const touch = (type, points) => input.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y]) => ({ x, y })) });
  const painted = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  let from = first;
  await touch('touchStart', [from]);
  for (const to of rest) {
    for (let step = 1; step <= 6; step++) {
      await painted();
      await touch('touchMove', [from.map((start, i) => start + ((to[i] - start) * step) / 6)]);
    }
    from = to;
  }
  await touch('touchEnd', []);
}
