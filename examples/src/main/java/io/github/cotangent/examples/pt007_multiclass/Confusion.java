package io.github.cotangent.examples.pt007_multiclass;

import java.util.Locale;

/**
 * What was taken for what.
 *
 * @param counts a row for each digit that was written, a column for each that was read
 */
record Confusion(int[][] counts) {

  static Confusion of(int[] written, int[] read) {
    int[][] counts = new int[Labelled.CLASSES][Labelled.CLASSES];
    for (int i = 0; i < written.length; i++) {
      counts[written[i]][read[i]]++;
    }
    return new Confusion(counts);
  }

  int right() {
    int right = 0;
    for (int digit = 0; digit < counts.length; digit++) {
      right += counts[digit][digit];
    }
    return right;
  }

  int all() {
    int all = 0;
    for (int[] row : counts) {
      for (int count : row) {
        all += count;
      }
    }
    return all;
  }

  /** As a table, with a dot for nothing. */
  String text() {
    StringBuilder text = new StringBuilder("read as    ");
    for (int read = 0; read < counts.length; read++) {
      text.append(String.format(Locale.ROOT, "%5d", read));
    }
    for (int written = 0; written < counts.length; written++) {
      text.append(String.format(Locale.ROOT, "%nwritten %d  ", written));
      for (int count : counts[written]) {
        text.append(String.format(Locale.ROOT, "%5s", count == 0 ? "." : count));
      }
    }
    return text.toString();
  }
}
