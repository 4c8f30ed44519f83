package io.github.cotangent.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WorkspaceTest {

  private final Workspace workspace = new Workspace();

  @Test
  void anArrayComesAgainWithZeros() {
    double[] first = workspace.doubles(0, 3);
    first[1] = 2.5;
    double[] again = workspace.doubles(0, 3);
    assertThat(again).isSameAs(first).containsExactly(0, 0, 0);
    float[] floats = workspace.floats(1, 1);
    floats[0] = 1;
    assertThat(workspace.floats(1, 1)).isSameAs(floats).containsExactly(0);
    int[] ints = workspace.ints(2, 1);
    ints[0] = 1;
    assertThat(workspace.ints(2, 1)).isSameAs(ints).containsExactly(0);
    long[] longs = workspace.longs(3, 1);
    longs[0] = 1;
    assertThat(workspace.longs(3, 1)).isSameAs(longs).containsExactly(0);
    boolean[] booleans = workspace.booleans(4, 1);
    booleans[0] = true;
    assertThat(workspace.booleans(4, 1)).isSameAs(booleans).containsExactly(false);
  }

  @Test
  void anotherSizeOrTypeIsAnotherArray() {
    double[] first = workspace.doubles(0, 3);
    assertThat(workspace.doubles(0, 4)).hasSize(4).isNotSameAs(first);
    assertThat(workspace.ints(0, 4)).hasSize(4);
    double[][] matrix = workspace.doubles(0, 2, 3);
    assertThat(workspace.doubles(0, 2, 4)).isNotSameAs(matrix).hasDimensions(2, 4);
    assertThat(workspace.doubles(0, 3, 4)).hasDimensions(3, 4);
    assertThat(workspace.floats(0, 3, 4)).hasDimensions(3, 4);
    assertThat(workspace.doubles(0, 0, 4)).isEmpty();
    assertThat(workspace.doubles(0, 0)).isEmpty();
  }

  @Test
  void slotsAreApart() {
    assertThat(workspace.doubles(0, 2)).isNotSameAs(workspace.doubles(1, 2));
    double[] far = workspace.doubles(100, 2);
    assertThat(workspace.doubles(100, 2)).isSameAs(far);
  }

  static Stream<Arguments> matrices() {
    return Stream.of(
        matrices((w, rows, columns) -> w.doubles(0, rows, columns), new double[] {1, 2}),
        matrices((w, rows, columns) -> w.floats(0, rows, columns), new float[] {1, 2}),
        matrices((w, rows, columns) -> w.ints(0, rows, columns), new int[] {1, 2}),
        matrices((w, rows, columns) -> w.longs(0, rows, columns), new long[] {1, 2}),
        matrices((w, rows, columns) -> w.booleans(0, rows, columns), new boolean[] {true, true}));
  }

  private interface Matrices {
    Object[] of(Workspace workspace, int rows, int columns);
  }

  private static Arguments matrices(Matrices matrices, Object row) {
    return Arguments.of(matrices, row);
  }

  @ParameterizedTest
  @MethodSource("matrices")
  void aMatrixComesAgainWithItsOwnRows(Matrices matrices, Object theirs) {
    Object[] matrix = matrices.of(workspace, 2, 2);
    Object own = matrix[0];
    Array.set(own, 1, Array.get(theirs, 1));
    Object theirFirst = Array.get(theirs, 0);
    matrix[0] = theirs;
    matrix[1] = own;
    Object[] again = matrices.of(workspace, 2, 2);
    assertThat(again).isSameAs(matrix);
    assertThat(Arrays.deepEquals(again, matrices.of(new Workspace(), 2, 2))).isTrue();
    assertThat(again[0]).isSameAs(own).isNotSameAs(again[1]);
    assertThat(Array.get(theirs, 0)).isEqualTo(theirFirst);
    assertThat(matrices.of(workspace, 2, 1)).isNotSameAs(matrix);
  }

  @Test
  void copiesAndWhatIsSetAside() {
    double[] array = {1, 2};
    double[] copy = workspace.copyOf(0, array);
    assertThat(copy).containsExactly(1, 2).isNotSameAs(array);
    assertThat(workspace.copyOf(0, new double[] {3, 4})).isSameAs(copy).containsExactly(3, 4);
    assertThat(workspace.setAside(1, array)).containsExactly(1, 2);
    assertThat(array).containsExactly(0, 0);
    assertThat(workspace.setAside(2, (double[]) null)).isNull();
    float[] floats = {1, 2};
    float[] floatCopy = workspace.copyOf(3, floats);
    assertThat(workspace.copyOf(3, new float[] {3, 4})).isSameAs(floatCopy).containsExactly(3, 4);
    assertThat(workspace.setAside(4, floats)).containsExactly(1, 2);
    assertThat(floats).containsExactly(0, 0);
    assertThatThrownBy(() -> workspace.copyOf(0, (double[]) null))
        .isInstanceOf(NullPointerException.class);
  }

  @Test
  void tapesAndShadowsComeAgainEmpty() {
    DoubleTape tape = workspace.doubleTape(0);
    tape.push(1);
    assertThat(workspace.doubleTape(0)).isSameAs(tape);
    assertThat(tape.size()).isZero();
    Shadows shadows = workspace.shadows(1);
    double[] array = {1};
    double[] shadow = shadows.of(array);
    shadow[0] = 5;
    assertThat(workspace.shadows(1)).isSameAs(shadows);
    assertThat(shadows.of(array)).isNotSameAs(shadow).containsExactly(0);
  }

  @Test
  void aNegativeLengthIsRefusedAsByNew() {
    assertThatThrownBy(() -> workspace.doubles(0, -1))
        .isInstanceOf(NegativeArraySizeException.class);
  }
}
