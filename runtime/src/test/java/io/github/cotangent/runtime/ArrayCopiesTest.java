package io.github.cotangent.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArrayCopiesTest {

  private record Layer(double[] weights) {}

  private final ArrayCopies copies = new ArrayCopies();

  @Test
  void sameArrayGivesSameCopy() {
    double[] a = {1, 2};
    double[] copy = copies.of(a);
    assertThat(copy).isNotSameAs(a).containsExactly(1, 2);
    a[0] = 9;
    assertThat(copies.of(a)).isSameAs(copy).containsExactly(1, 2);
  }

  @Test
  void copiesEveryPrimitive() {
    assertThat(copies.of(new float[] {1})).containsExactly(1);
    assertThat(copies.of(new long[] {1})).containsExactly(1);
    assertThat(copies.of(new int[] {1})).containsExactly(1);
    assertThat(copies.of(new short[] {1})).containsExactly((short) 1);
    assertThat(copies.of(new char[] {'a'})).containsExactly('a');
    assertThat(copies.of(new byte[] {1})).containsExactly((byte) 1);
    assertThat(copies.of(new boolean[] {true})).containsExactly(true);
    assertThat(copies.of(new double[0])).isEmpty();
  }

  @Test
  void nullStaysNull() {
    assertThat(copies.of((double[]) null)).isNull();
    assertThat(copies.of((int[]) null)).isNull();
    assertThat(copies.of((double[][]) null)).isNull();
    assertThat(copies.ofRecords((Layer[]) null, layer -> layer)).isNull();
  }

  @Test
  void copiesAliasAsTheOriginalsDo() {
    double[] row = {1};
    double[][] a = {row, null, row};
    double[][][] outer = {a, {row}};
    double[][][] copy = copies.of(outer);
    assertThat(copy[0][0]).isSameAs(copy[0][2]).isSameAs(copy[1][0]).isSameAs(copies.of(row));
    assertThat(copy[0][0]).isNotSameAs(row).containsExactly(1);
    assertThat(copy[0][1]).isNull();
    assertThat(copies.of(a)).isSameAs(copy[0]);
  }

  @Test
  void copiesRowsOfEveryPrimitive() {
    Object[] rows = {
      new double[1], new float[1], new long[1], new int[1],
      new short[1], new char[1], new byte[1], new boolean[1]
    };
    Object[] copy = copies.of(rows);
    for (int i = 0; i < rows.length; i++) {
      assertThat(copy[i]).isNotSameAs(rows[i]).hasSameClassAs(rows[i]);
    }
  }

  @Test
  void keepsElementsThatAreNotArrays() {
    String[] a = {"text", null};
    assertThat(copies.of(a)).isNotSameAs(a).isEqualTo(a);
    assertThat(copies.of(a)[0]).isSameAs(a[0]);
  }

  @Test
  void copiesRecordsThroughTheirArrays() {
    double[] shared = {1};
    Layer[] a = {new Layer(shared), null};
    Layer[] copy = copies.ofRecords(a, layer -> new Layer(copies.of(layer.weights())));
    assertThat(copy[0].weights()).isSameAs(copies.of(shared)).isNotSameAs(shared);
    assertThat(copy[1]).isNull();
    assertThat(copies.ofRecords(a, layer -> layer)).isSameAs(copy);
  }
}
