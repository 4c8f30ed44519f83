package io.github.cotangent.processor.interpreter;

import java.util.Optional;

/** How a statement ended. */
sealed interface Completion {
  Completion NORMAL = new Normal();

  /** Went on to the next. */
  record Normal() implements Completion {}

  /** Met a {@code break}. */
  record Break(Optional<String> label) implements Completion {}

  /** Met a {@code continue}. */
  record Continue(Optional<String> label) implements Completion {}

  /** Met a {@code return}; null without a value. */
  record Return(Object value) implements Completion {}

  /** Met a {@code yield}. */
  record Yield(Object value) implements Completion {}
}
