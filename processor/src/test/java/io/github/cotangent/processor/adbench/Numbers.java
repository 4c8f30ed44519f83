package io.github.cotangent.processor.adbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringTokenizer;

/** Reads the numbers of a problem file, one after another. */
final class Numbers {

  private final StringTokenizer tokens;

  private Numbers(String text) {
    this.tokens = new StringTokenizer(text);
  }

  static Numbers of(Path file) {
    try {
      return new Numbers(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int nextInt() {
    return Integer.parseInt(tokens.nextToken());
  }

  double next() {
    return Double.parseDouble(tokens.nextToken());
  }

  double[] array(int length) {
    double[] a = new double[length];
    for (int i = 0; i < length; i++) {
      a[i] = next();
    }
    return a;
  }

  double[][] matrix(int rows, int columns) {
    double[][] m = new double[rows][];
    for (int i = 0; i < rows; i++) {
      m[i] = array(columns);
    }
    return m;
  }

  boolean atEnd() {
    return !tokens.hasMoreTokens();
  }
}
