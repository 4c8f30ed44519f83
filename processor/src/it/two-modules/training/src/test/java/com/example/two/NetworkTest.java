package com.example.two;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NetworkTest {

  @Test
  void theGradientPassesThroughTheOtherJar() {
    double[][] weights = {{0.1, -0.2}, {0.3, 0.4}};
    double[] bias = {0.5, -0.6};
    double[] inputs = {0.7, 0.8};
    var gradient = dNetwork.dOutput(weights, bias, inputs);
    for (int i = 0; i < 2; i++) {
      double tanh = Math.tanh(bias[i] + weights[i][0] * inputs[0] + weights[i][1] * inputs[1]);
      double slope = 1.0 - tanh * tanh;
      assertEquals(slope, gradient.bias()[i], 1e-15);
      assertArrayEquals(
          new double[] {slope * inputs[0], slope * inputs[1]}, gradient.weights()[i], 1e-15);
    }
  }

  @Test
  void theOtherClassIsInAJar() {
    String place = Neuron.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    assertTrue(place.endsWith(".jar"), place);
  }
}
