package io.github.cotangent.processor.diagnostics;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Type;

/**
 * What helps where a method is called whose derivative nobody knows: that depends on whose it is.
 */
public final class UnknownCallee {

  private UnknownCallee() {}

  /** True for a method of a stream, or one that makes one. */
  public static boolean isOfStream(Callee callee) {
    return isIn(callee.owner(), "java.util.stream")
        || isIn(callee.returnType(), "java.util.stream");
  }

  /**
   * What to do, in words.
   *
   * @param isOwn true for a method of the class that is compiled
   */
  public static String remedy(Callee callee, boolean isOwn) {
    Type.ClassType owner = callee.owner();
    if (callee.kind() == Callee.Kind.SINK) {
      return "Call it in a statement of its own: what it gives back is not followed.";
    }
    if (isIn(owner, "java.util.function")) {
      return "Which function that is shows only when it runs: call a method by its name, one of"
          + " several in a switch.";
    }
    if (owner.packageName().startsWith("java.")) {
      return "It is the JDK's: write out what it does in a method of this class, over arrays.";
    }
    if (isOwn && callee.isStatic()) {
      return "It has type parameters, or no body: write it with the types that it is called with."
          + " Or mark it @NonDifferentiable if its result is a constant.";
    }
    if (isOwn) {
      return "Only of a method with a body that nobody can override is known what it computes: make"
          + " it static or final, or its class final or a record; or of several, call each by its"
          + " own name in a switch. Or mark it @NonDifferentiable if its result is a constant.";
    }
    return "Annotate it with @Differentiable in its own class, move it into this class, or mark it"
        + " @NonDifferentiable if its result is a constant.";
  }

  private static boolean isIn(Type type, String inPackage) {
    return type instanceof Type.ClassType c && c.packageName().equals(inPackage);
  }
}
