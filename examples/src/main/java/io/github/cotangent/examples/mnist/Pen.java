package io.github.cotangent.examples.mnist;

/**
 * A round pen with a soft edge. A pixel takes the ink of the line that is nearest to its middle, so
 * that crossing a line twice makes it no darker.
 *
 * @param radius of the line that it draws, in pixels
 */
record Pen(double radius) {

  /** From full ink to none, in pixels. */
  private static final double EDGE = 1.3;

  private static final double WHOLE_INK = 255;

  /** Draws on the picture that starts at {@code first} in {@code pixels}, which is all paper. */
  void draw(Strokes strokes, byte[] pixels, int first) {
    for (double[] chain : strokes.chains()) {
      for (int i = 0; i + 3 < chain.length; i += 2) {
        line(chain[i], chain[i + 1], chain[i + 2], chain[i + 3], pixels, first);
      }
    }
  }

  private void line(double x1, double y1, double x2, double y2, byte[] pixels, int first) {
    double reach = radius + EDGE / 2;
    int left = Math.max(0, (int) Math.ceil(Math.min(x1, x2) - reach));
    int right = Math.min(Digits.SIDE - 1, (int) Math.floor(Math.max(x1, x2) + reach));
    int top = Math.max(0, (int) Math.ceil(Math.min(y1, y2) - reach));
    int bottom = Math.min(Digits.SIDE - 1, (int) Math.floor(Math.max(y1, y2) + reach));
    for (int y = top; y <= bottom; y++) {
      for (int x = left; x <= right; x++) {
        double ink = (reach - distance(x, y, x1, y1, x2, y2)) / EDGE;
        int value = (int) Math.round(WHOLE_INK * Math.max(0, Math.min(1, ink)));
        int at = first + y * Digits.SIDE + x;
        pixels[at] = (byte) Math.max(value, pixels[at] & 0xFF);
      }
    }
  }

  /** From the point (x, y) to the piece of line from (x1, y1) to (x2, y2). */
  private static double distance(double x, double y, double x1, double y1, double x2, double y2) {
    double dx = x2 - x1;
    double dy = y2 - y1;
    double square = dx * dx + dy * dy;
    double part = square == 0 ? 0 : ((x - x1) * dx + (y - y1) * dy) / square;
    double t = Math.max(0, Math.min(1, part));
    double right = x - (x1 + t * dx);
    double down = y - (y1 + t * dy);
    return Math.sqrt(right * right + down * down);
  }
}
