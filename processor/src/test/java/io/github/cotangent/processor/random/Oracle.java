package io.github.cotangent.processor.random;

import io.github.cotangent.processor.interpreter.Evaluation;
import java.util.List;

/** Runs a program on dual numbers. */
interface Oracle {

  /** Runs {@code f} of the program; the class loader has its records. */
  Evaluation run(Program program, ClassLoader classes, List<Object> args, List<Object> tangents);
}
