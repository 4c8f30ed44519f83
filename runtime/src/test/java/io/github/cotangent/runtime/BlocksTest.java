package io.github.cotangent.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BlocksTest {

  private final double[] x = {1, 2};

  @Test
  void acceptsWhatFits() {
    assertThatCode(
            () ->
                Blocks.apartFrom(x, null)
                    .check("sX", new double[2], 2)
                    .check("xX", new double[2][2], 2, 2)
                    .check("xY", new double[2][0], 2, 0))
        .doesNotThrowAnyException();
  }

  @Test
  void tellsWhatFits() {
    assertThat(Blocks.fits(x, 2)).isTrue();
    assertThat(Blocks.fits((double[]) null, 0)).isFalse();
    assertThat(Blocks.fits(new double[2][3], 2, 3)).isTrue();
    assertThat(Blocks.fits(new double[2][], 2, 3)).isFalse();
    assertThat(Blocks.fits(null, 2, 3)).isFalse();
  }

  @Test
  void tellsWhatIsApart() {
    double[] y = {3};
    double[][] rows = {y, {4}};
    assertThat(Blocks.areApart(x, y, new double[1], new double[0])).isTrue();
    assertThat(Blocks.areApart(x, y, new double[1], x)).isFalse();
    assertThat(Blocks.areApart(x, y, null)).isFalse();
    assertThat(Blocks.areApart(rows, 2, x)).isTrue();
    assertThat(Blocks.areApart(rows, 2, x, x)).isTrue();
    assertThat(Blocks.areApart(rows, 2, x, x, x)).isTrue();
    assertThat(Blocks.areApart(rows, 2, y)).isFalse();
    assertThat(Blocks.areApart(rows, 2, x, y)).isFalse();
    assertThat(Blocks.areApart(rows, 2, x, x, rows[1])).isFalse();
    assertThat(Blocks.areApart(rows, 2, x, x, x, y)).isFalse();
    assertThat(Blocks.areApart(new double[][] {x, x}, 2, y)).isFalse();
    assertThat(Blocks.areApart(new double[][] {{5}, x, x}, 3, y)).isFalse();
    assertThat(Blocks.areApart(rows, new double[2][1], 2)).isTrue();
    assertThat(Blocks.areApart(rows, new double[][] {{5}, y}, 2)).isFalse();
    assertThat(Blocks.areApart(x, rows, new Object[] {new double[0]})).isTrue();
    assertThat(Blocks.areApart(x, rows, new Object[] {new Object[] {y}})).isFalse();
    assertThat(Blocks.areApart(new Object[] {new Object[] {y}}, rows, x)).isFalse();
    assertThat(Blocks.areApart(x, rows, y)).isFalse();
  }

  @Test
  void emptyRowsMayBeOneArray() {
    double[] none = {};
    assertThatCode(
            () -> Blocks.apartFrom(new double[0]).check("xY", new double[][] {none, none}, 2, 0))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesAnotherShape() {
    refused(() -> Blocks.apartFrom(x).check("sX", new double[3], 2), "'sX' has length 3");
    refused(() -> Blocks.apartFrom(x).check("xX", new double[3][2], 2, 2), "'xX' has 3 rows");
    refused(() -> Blocks.apartFrom(x).check("xX", new double[2][1], 2, 2), "'xX[0]' has length 1");
  }

  @Test
  void refusesNull() {
    refused(() -> Blocks.apartFrom(x).check("sX", null, 2), "'sX' is null");
    refused(() -> Blocks.apartFrom(x).check("xX", null, 2, 2), "'xX' is null");
    refused(
        () -> Blocks.apartFrom(x).check("xX", new double[][] {{1, 2}, null}, 2, 2),
        "'xX[1]' is null");
  }

  @Test
  void refusesWhatIsSharedWithAnArgument() {
    refused(() -> Blocks.apartFrom(x).check("sX", x, 2), "'sX' is also an argument");
    refused(
        () -> Blocks.apartFrom((Object) new double[][] {x}).check("sX", x, 2),
        "'sX' is also an argument");
  }

  @Test
  void refusesARowThatOccursTwice() {
    double[] row = new double[2];
    refused(
        () -> Blocks.apartFrom().check("xX", new double[][] {row, row}, 2, 2),
        "part of another block");
  }

  private static void refused(Runnable check, String message) {
    assertThatThrownBy(check::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
