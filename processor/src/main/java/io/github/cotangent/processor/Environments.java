package io.github.cotangent.processor;

import java.lang.reflect.Field;
import javax.annotation.processing.ProcessingEnvironment;

/** Build tools hand processors an environment of their own; javac's is inside. */
final class Environments {

  private static final int LAYERS = 8;

  private Environments() {}

  /** javac's own environment, or what comes nearest to it. */
  static ProcessingEnvironment unwrap(ProcessingEnvironment wrapped) {
    ProcessingEnvironment inner = wrapped;
    for (int i = 0; i < LAYERS; i++) {
      ProcessingEnvironment next = gradle(intellij(inner));
      if (next == inner) {
        return inner;
      }
      inner = next;
    }
    return inner;
  }

  private static ProcessingEnvironment intellij(ProcessingEnvironment wrapped) {
    try {
      Class<?> wrappers =
          wrapped.getClass().getClassLoader().loadClass("org.jetbrains.jps.javac.APIWrappers");
      Object inner =
          wrappers
              .getDeclaredMethod("unwrap", Class.class, Object.class)
              .invoke(null, ProcessingEnvironment.class, wrapped);
      return inner instanceof ProcessingEnvironment e ? e : wrapped;
    } catch (ReflectiveOperationException | RuntimeException e) {
      return wrapped; // Not IntelliJ.
    }
  }

  private static ProcessingEnvironment gradle(ProcessingEnvironment wrapped) {
    for (Class<?> c = wrapped.getClass(); c != null; c = c.getSuperclass()) {
      try {
        Field delegate = c.getDeclaredField("delegate");
        delegate.setAccessible(true);
        if (delegate.get(wrapped) instanceof ProcessingEnvironment inner) {
          return inner;
        }
      } catch (ReflectiveOperationException | RuntimeException e) {
        continue; // Not Gradle's, or in a superclass.
      }
    }
    return wrapped;
  }
}
