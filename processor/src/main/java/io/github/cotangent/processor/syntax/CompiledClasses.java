package io.github.cotangent.processor.syntax;

import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Opens the class files of classes that were compiled before. */
interface CompiledClasses {

  /** The class file of a class; empty where it is not found. */
  Optional<byte[]> bytes(TypeElement type);
}
