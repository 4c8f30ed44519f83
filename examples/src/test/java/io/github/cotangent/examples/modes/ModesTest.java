package io.github.cotangent.examples.modes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.cotangent.runtime.Workspace;
import org.junit.jupiter.api.Test;

/** What the page about the language says of its examples. */
class ModesTest {

  @Test
  void aDirection() {
    assertThat(dModes.productJvp(3, 2, 1, 0)).isEqualTo(new dModes.ProductJvp(18, 12));
    assertThat(dModes.productJvp(3, 2, 0, 1)).isEqualTo(new dModes.ProductJvp(18, 9));
  }

  @Test
  void theGradientAlongADirection() {
    assertThat(dModes.productHvp(3, 2, 1, 0)).isEqualTo(new dModes.ProductGradient(4, 6));
    assertThat(dModes.productHvp(3, 2, 0, 1)).isEqualTo(new dModes.ProductGradient(6, 0));
  }

  @Test
  void aBatchAddsUp() {
    double[] w = {1, 2};
    double[] dw = new double[2];
    double sum = 0;
    Workspace workspace = new Workspace();
    for (double[] x : new double[][] {{1, 0}, {0, 3}}) {
      sum += dModes.errorValueAndGradientInto(w, x, 2, dw, workspace);
    }
    assertThat(sum).isEqualTo(1 + 16);
    assertThat(dw).containsExactly(2 * -1 * 1, 2 * 4 * 3);
  }

  @Test
  void aMethodThatCallsAGradient() {
    // The derivative of x - f/f' is f f''/f'²: zero at the root, which is why the method is fast.
    double root = Math.cbrt(2);
    assertThat(dNewton.dStep(root)).isCloseTo(0, within(1e-15));
    assertThat(dNewton.dStep(2)).isCloseTo(6.0 * 12 / (12 * 12), within(1e-15));
  }

  @Test
  void clippingBoundsWhatEachStepPassesOn() {
    double[] xs = {1, 1, 1};
    // h is 0, 1, 3, 7; its adjoint 14 at the end, then 1 and 1.
    assertThat(dModes.dClipped(2, xs)).isEqualTo(14 * 3 + 1);
  }

  @Test
  void theFirstAdjointThatIsNoNumber() {
    assertThat(dModes.dLength(3, 4).x()).isCloseTo(1.2, within(1e-15));
    assertThatThrownBy(() -> dModes.dLength(0, 0))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("the adjoint of square is Infinity");
  }
}
