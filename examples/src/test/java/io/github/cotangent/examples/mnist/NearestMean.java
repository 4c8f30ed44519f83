package io.github.cotangent.examples.mnist;

/** The simplest way to tell digits apart that works: by the nearest mean picture. */
record NearestMean(double[][] means) {

  static NearestMean of(Digits digits) {
    double[][] means = new double[10][Digits.PIXELS];
    int[] counts = new int[10];
    for (int i = 0; i < digits.count(); i++) {
      float[] image = digits.image(i);
      counts[digits.label(i)]++;
      for (int k = 0; k < image.length; k++) {
        means[digits.label(i)][k] += image[k];
      }
    }
    for (int digit = 0; digit < 10; digit++) {
      for (int k = 0; k < Digits.PIXELS; k++) {
        means[digit][k] /= counts[digit];
      }
    }
    return new NearestMean(means);
  }

  double accuracy(Digits digits) {
    int right = 0;
    for (int i = 0; i < digits.count(); i++) {
      right += nearest(digits.image(i)) == digits.label(i) ? 1 : 0;
    }
    return (double) right / digits.count();
  }

  private int nearest(float[] image) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int digit = 0; digit < 10; digit++) {
      double square = 0;
      for (int k = 0; k < image.length; k++) {
        double difference = image[k] - means[digit][k];
        square += difference * difference;
      }
      if (square < least) {
        least = square;
        best = digit;
      }
    }
    return best;
  }
}
