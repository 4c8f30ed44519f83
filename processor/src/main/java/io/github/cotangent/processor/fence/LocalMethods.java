package io.github.cotangent.processor.fence;

import io.github.cotangent.processor.diagnostics.Problem;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.MethodBodies;
import java.util.List;
import java.util.Optional;

/** What is known of those methods of the class that are called but not differentiated. */
public interface LocalMethods extends MethodBodies {

  /** What was found wrong when the callee was read; empty for what is not of this class. */
  List<Problem> problems(Callee callee);

  /** The callee, normalized, where it is of this class and was read. */
  @Override
  Optional<Function> body(Callee callee);

  /** The same; or the callee as far as it could be read, not normalized. */
  Optional<Function> text(Callee callee);
}
