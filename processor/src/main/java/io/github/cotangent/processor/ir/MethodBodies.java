package io.github.cotangent.processor.ir;

import java.util.Optional;

/** The methods of one class, as far as their text is known. */
@FunctionalInterface
public interface MethodBodies {

  /** The method that a call names; nothing where it is none of these. */
  Optional<Function> body(Callee callee);
}
