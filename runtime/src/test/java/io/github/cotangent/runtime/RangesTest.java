package io.github.cotangent.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RangesTest {

  @Test
  void putsARangeBack() {
    double[] a = {1, 2, 3};
    double[] saved = Ranges.save(a, 1, 5);
    a[2] = 0;
    Ranges.restore(saved, a, 1);
    assertThat(a).containsExactly(1, 2, 3);
  }

  @Test
  void putsRowsAndWhatTheyHoldBack() {
    double[] first = {1};
    double[] second = {2, 3};
    double[][] rows = {first, second, null, first};
    double[][][] saved = Ranges.saveRows(rows);
    rows[0] = second;
    rows[1] = null;
    first[0] = 7;
    second[1] = 8;
    Ranges.restoreRows(saved, rows);
    assertThat(rows[0]).isSameAs(first).containsExactly(1);
    assertThat(rows[1]).isSameAs(second).containsExactly(2, 3);
    assertThat(rows[2]).isNull();
    assertThat(rows[3]).isSameAs(first);
  }

  @Test
  void putsBackEveryLevel() {
    int[] leaf = {1};
    int[][] inner = {leaf, {2}};
    int[][][] a = {inner, null};
    int[][][][] saved = Ranges.saveRows(a);
    a[0] = new int[][] {{9}};
    inner[0] = inner[1];
    leaf[0] = 5;
    Ranges.restoreRows(saved, a);
    assertThat(a[0]).isSameAs(inner);
    assertThat(inner[0]).isSameAs(leaf).containsExactly(1);
  }

  @Test
  void nullStaysNull() {
    Ranges.restore(Ranges.save((double[]) null, 0, 2), null, 0);
    assertThat(Ranges.saveRows((double[][]) null)).isNull();
    Ranges.restoreRows(null, (double[][]) null);
  }
}
