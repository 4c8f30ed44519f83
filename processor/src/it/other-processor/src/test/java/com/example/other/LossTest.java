package com.example.other;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class LossTest {

  @Test
  void bothProcessorsHaveDoneTheirPart() {
    Loss loss = ServiceLoader.load(Loss.class).findFirst().orElseThrow();
    assertEquals(9.0, loss.value(3.0));
    assertEquals(6.0, loss.slope(3.0));
  }
}
