package io.github.cotangent.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AdjointsTest {

  @Test
  void addsElementByElement() {
    double[] doubles = {1, 2};
    Adjoints.add(doubles, new double[] {10, 20});
    assertThat(doubles).containsExactly(11, 22);
    float[] floats = {1};
    Adjoints.add(floats, new float[] {10});
    assertThat(floats).containsExactly(11);
    Adjoints.add(new double[0], new double[0]);
    Adjoints.add((double[]) null, null);
    Adjoints.add((float[]) null, null);
    Adjoints.add((Object[]) null, null);
  }

  @Test
  void addsRowsOfAnyRank() {
    double[] row = {1};
    double[][][] target = {{row, {2, 3}}, {row}, null};
    Adjoints.add(target, new double[][][] {{{10}, null}, {{100}}, null});
    assertThat(row).containsExactly(111);
    assertThat(target[0][1]).containsExactly(2, 3);
    float[][] floats = {{1}};
    Adjoints.add(floats, floats.clone());
    assertThat(floats[0]).containsExactly(2);
  }

  @Test
  void refusesOtherShapes() {
    assertRefused(() -> Adjoints.add(new double[1], new double[2]));
    assertRefused(() -> Adjoints.add(new float[1], new float[2]));
    assertRefused(() -> Adjoints.add(new double[1][], new double[2][]));
    assertRefused(() -> Adjoints.add(new double[][] {null}, new double[][] {{1}}));
    assertRefused(() -> Adjoints.add(new double[][] {{1}}, new float[][] {{1}}));
  }

  private static void assertRefused(Runnable call) {
    assertThatThrownBy(call::run).isInstanceOf(IllegalArgumentException.class);
  }
}
