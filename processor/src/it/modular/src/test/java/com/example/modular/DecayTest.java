package com.example.modular;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DecayTest {

  @Test
  void gradientOfATaperedLoop() {
    // 3 · 0.5³ = 0.375: the derivatives are 0.5³ and 3 · 3 · 0.5².
    var gradient = dDecay.dUntilSmall(3.0, 0.5);
    assertEquals(0.125, gradient.x());
    assertEquals(2.25, gradient.rate());
  }

  @Test
  void runsAsANamedModule() {
    assertTrue(dDecay.class.getModule().isNamed());
    assertEquals("com.example.modular", dDecay.class.getModule().getName());
  }
}
