package io.github.cotangent.processor;

import io.github.cotangent.processor.emit.EmitOptions;
import io.github.cotangent.processor.syntax.SourceClass;
import java.util.Optional;

/** The compiler, on one page. */
final class GradientCompiler {

  private GradientCompiler() {}

  /**
   * Compiles the annotated methods of one top-level class.
   *
   * @return the text of the generated class {@code d<Name>}; empty where problems were reported to
   *     the source's {@link SourceClass#problems()}
   */
  static Optional<String> compile(SourceClass source, EmitOptions emit, Options options) {
    source.methods();
    return Optional.empty();
  }
}
