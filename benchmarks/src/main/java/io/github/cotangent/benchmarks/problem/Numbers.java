package io.github.cotangent.benchmarks.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringTokenizer;

/** Reads the numbers of a problem file, one after another. */
public final class Numbers {

  private final StringTokenizer tokens;

  private Numbers(String text) {
    this.tokens = new StringTokenizer(text);
  }

  /** The numbers of a file, from the first on. */
  public static Numbers of(Path file) {
    try {
      return new Numbers(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next number, which is a whole one. */
  public int nextInt() {
    return Integer.parseInt(tokens.nextToken());
  }

  /** The next number. */
  public double next() {
    return Double.parseDouble(tokens.nextToken());
  }

  /** The next numbers. */
  public double[] array(int length) {
    double[] a = new double[length];
    for (int i = 0; i < length; i++) {
      a[i] = next();
    }
    return a;
  }

  /** The next numbers, row by row. */
  public double[][] matrix(int rows, int columns) {
    double[][] m = new double[rows][];
    for (int i = 0; i < rows; i++) {
      m[i] = array(columns);
    }
    return m;
  }
}
