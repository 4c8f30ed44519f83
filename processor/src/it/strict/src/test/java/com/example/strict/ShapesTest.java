package com.example.strict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.example.strict.Shapes.Norm;
import com.example.strict.Shapes.Point;
import org.junit.jupiter.api.Test;

class ShapesTest {

  @Test
  void ofTwoRecords() {
    var gradient = dShapes.dDistance(new Point(4.0, 6.0), new Point(1.0, 2.0), Norm.EUCLID);
    assertEquals(0.6, gradient.p().x(), 1e-15);
    assertEquals(-0.8, gradient.q().y(), 1e-15);
  }

  @Test
  void ofFloats() {
    // w = (v0, v1 (1 + v0/2), …), and the result is v0³ + w1.
    float[] gradient = dShapes.dTwisted(new float[] {2f, 3f, 5f}, 0);
    assertArrayEquals(new float[] {3f * 2f * 2f + 3f * 0.5f, 1f + 0.5f * 2f, 0f}, gradient, 1e-5f);
  }

  @Test
  void ofAnArrayOfRecords() {
    Point[] points = {new Point(1.0, 2.0), new Point(3.0, 5.0)};
    var gradient = dShapes.scaledPullback(points, 7.0).apply(new double[] {1.0, 10.0});
    assertArrayEquals(
        new Point[] {new Point(14.0, 7.0), new Point(350.0, 210.0)}, gradient.points());
    assertEquals(1.0 * 2.0 + 10.0 * 3.0 * 5.0, gradient.factor());
  }
}
