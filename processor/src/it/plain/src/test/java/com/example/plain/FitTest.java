package com.example.plain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FitTest {

  @Test
  void ofANumber() {
    assertEquals(28.0, dFit.dCubePlusX(3.0));
    assertEquals(30.0, dFit.cubePlusXValueAndGradient(3.0).value());
  }

  @Test
  void ofARecord() {
    // Distances are 2 at x = 1 and 3 at x = 2.
    Fit.Line gradient =
        dFit.dLoss(new Fit.Line(2.0, 1.0), new double[] {1.0, 2.0}, new double[] {1.0, 2.0});
    assertEquals(new Fit.Line(2.0 * 1.0 + 3.0 * 2.0, 2.0 + 3.0), gradient);
  }

  /** README.md says that this is printed. */
  @Test
  void ofSeveral() {
    dModel.LossGradient gradient = dModel.dLoss(new double[] {1, 2}, 0.5, new double[] {3, 4}, 10);
    assertArrayEquals(new double[] {9.0, 12.0}, gradient.w());
    assertEquals(3.0, gradient.b());
  }

  @Test
  void ofAnArray() {
    // The last product is v0 v1 v2.
    double[] gradient =
        dFit.productsPullback(new double[] {2.0, 3.0, 5.0}).apply(new double[] {0.0, 0.0, 1.0});
    assertArrayEquals(new double[] {15.0, 10.0, 6.0}, gradient);
  }
}
