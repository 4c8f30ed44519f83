package io.github.cotangent.examples.pt005_logistic_regression;

import io.github.cotangent.examples.mnist.Digits;

/** One number for a picture: how much ink there is where a 9 is closed and a 4 is open. */
final class Lid {

  private static final int FIRST_ROW = 7;
  private static final int LAST_ROW = 8;
  private static final int FIRST_COLUMN = 12;
  private static final int LAST_COLUMN = 17;

  private Lid() {}

  /** The mean of the pixels in two rows and six columns: 0 is paper, 1 is ink. */
  static double ink(float[] image) {
    double sum = 0.0;
    int count = 0;
    for (int row = FIRST_ROW; row <= LAST_ROW; row++) {
      for (int column = FIRST_COLUMN; column <= LAST_COLUMN; column++) {
        sum += image[row * Digits.SIDE + column];
        count++;
      }
    }
    return sum / count;
  }

  /** The ink of each picture. */
  static double[] ink(Pictures pictures) {
    double[] result = new double[pictures.count()];
    for (int i = 0; i < result.length; i++) {
      result[i] = ink(pictures.images().index(0, i).toFloats());
    }
    return result;
  }
}
