// Real JPEG files, drawn in a canvas: each another view of hills, 1600 pixels wide.
export async function drawnPictures(browser, many) {
  const page = await browser.newPage();
  const files = await page.evaluate(async (many) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1600, height: 1067 });
    const brush = canvas.getContext('2d');
    const draw = (number) => {
      const sky = brush.createLinearGradient(0, 0, 0, 1067);
      sky.addColorStop(0, `hsl(${200 + number * 9} 60% 60%)`);
      sky.addColorStop(1, `hsl(${30 + number * 9} 70% 80%)`);
      brush.fillStyle = sky;
      brush.fillRect(0, 0, 1600, 1067);
      for (let hill = 0; hill < 5; hill++) {
        brush.fillStyle = `hsl(${120 + number * 11 + hill * 8} 30% ${55 - hill * 9}%)`;
        brush.beginPath();
        brush.moveTo(0, 1067);
        for (let x = 0; x <= 1600; x += 20) brush.lineTo(x, 420 + hill * 120 + 70 * Math.sin(x / (150 + hill * 37) + number * 1.7 + hill));
        brush.lineTo(1600, 1067);
        brush.fill();
      }
    };
    const file = async (number) => {
      draw(number);
      const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9));
      return [...new Uint8Array(await blob.arrayBuffer())];
    };
    const files = [];
    for (let number = 0; number < many; number++) files.push(await file(number));
    return files;
  }, many);
  await page.close();
  return files.map((bytes, number) => ({ name: `view-${number + 1}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(bytes) }));
}
