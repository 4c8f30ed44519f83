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
    assertRefused(() -> Adjoints.add(new int[][] {{1}}, new int[][] {{1}}));
    assertRefused(() -> Adjoints.add((double[]) null, new double[1]));
    Number[] none = {null};
    assertRefused(() -> Adjoints.add(none, new Number[] {1.0}, (a, b) -> a));
  }

  @Test
  void nullIsZero() {
    double[] row = {1};
    assertThat(Adjoints.add(row, null)).isSameAs(row).containsExactly(1);
    assertThat(Adjoints.add(new float[] {1}, null)).containsExactly(1);
    assertThat(Adjoints.add((double[]) null, null)).isNull();
    assertThat(Adjoints.add(new double[][] {row}, null)[0]).isSameAs(row);
  }

  @Test
  void zerosHaveTheSameShape() {
    double[][] rows = {{1, 2}, null, {}};
    assertThat(Adjoints.zeros(rows)).isEqualTo(new double[][] {{0, 0}, null, {}});
    assertThat(Adjoints.zeros(new float[][] {{1}, null})).isEqualTo(new float[][] {{0}, null});
    double[][][] cube = {{{1, 2}, null}, null};
    assertThat(Adjoints.zeros(cube)).isEqualTo(new double[][][] {{{0, 0}, null}, null});
    assertThat(Adjoints.zeros(new float[][][] {{{3}}})).isEqualTo(new float[][][] {{{0}}});
    assertThat(Adjoints.zeros((double[][]) null)).isNull();
    assertThat(Adjoints.zeros((float[][]) null)).isNull();
    assertThat(Adjoints.zeros((double[][][]) null)).isNull();
    assertThat(rows[0]).containsExactly(1, 2);
    assertRefused(() -> Adjoints.zeros(new int[][] {{1}}));
  }

  private record Point(double x, double[] v) {
    Point plus(Point other) {
      return new Point(x + other.x, Adjoints.add(v, other.v));
    }
  }

  @Test
  void addsRecords() {
    double[] shared = {1};
    Point[] target = {new Point(2, shared), new Point(3, shared), null};
    Point[] source = {new Point(10, new double[] {10}), new Point(20, new double[] {100}), null};
    assertThat(Adjoints.add(target, source, Point::plus)).isSameAs(target);
    assertThat(target[0].x()).isEqualTo(12);
    assertThat(target[1].x()).isEqualTo(23);
    assertThat(shared).containsExactly(111);
  }

  private static void assertRefused(Runnable call) {
    assertThatThrownBy(call::run).isInstanceOf(IllegalArgumentException.class);
  }
}
