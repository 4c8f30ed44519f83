package io.github.cotangent.examples.custom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cotangent.GradientCheck;
import org.junit.jupiter.api.Test;

/** What the page about custom derivatives says of its examples. */
class CustomTest {

  private static final double[] INPUTS = {0.5, -2};

  record Point(double[] weights, double bias) {}

  @Test
  void aLibraryWithRules() {
    Point point = new Point(new double[] {1.5, 0.25}, -0.5);
    GradientCheck.of("output", point, p -> Neuron.output(p.weights(), INPUTS, p.bias()))
        .gradient(p -> dNeuron.dOutput(p.weights(), INPUTS, p.bias()))
        .jvp(
            (p, dot) ->
                dNeuron
                    .outputJvp(p.weights(), INPUTS, p.bias(), dot.weights(), dot.bias())
                    .valueDot())
        .check();
  }

  @Test
  void aTypeOfItsOwn() {
    double h = 1e-6;
    Complex dc = dOrbit.dDistance(Complex.of(0.3, 0.4), 4);
    double byRe =
        (Orbit.distance(Complex.of(0.3 + h, 0.4), 4) - Orbit.distance(Complex.of(0.3 - h, 0.4), 4))
            / (2 * h);
    double byIm =
        (Orbit.distance(Complex.of(0.3, 0.4 + h), 4) - Orbit.distance(Complex.of(0.3, 0.4 - h), 4))
            / (2 * h);
    assertThat(dc.re).isCloseTo(byRe, within(1e-8));
    assertThat(dc.im).isCloseTo(byIm, within(1e-8));
    double along = dOrbit.distanceJvp(Complex.of(0.3, 0.4), 4, Complex.of(0.6, -0.8)).valueDot();
    assertThat(along).isCloseTo(0.6 * dc.re - 0.8 * dc.im, within(1e-12));
  }
}
