package io.github.cotangent.processor.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Type;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody is told to annotate the JDK. */
class UnknownCalleeTest {

  private static String remedy(Callee.Kind kind, String inPackage, String owner, boolean isOwn) {
    return remedy(kind, inPackage, owner, isOwn, false);
  }

  private static String remedy(
      Callee.Kind kind, String inPackage, String owner, boolean isOwn, boolean isStatic) {
    Type.ClassType type = new Type.ClassType(inPackage, List.of(owner), List.of(), true);
    List<Type> parameters = List.of(Type.DOUBLE);
    return UnknownCallee.remedy(
        new Callee(kind, type, "m", parameters, Type.DOUBLE, isStatic), isOwn);
  }

  @Test
  void theRemedyDependsOnWhoseTheMethodIs() {
    assertThat(remedy(Callee.Kind.FOREIGN, "com.example", "Model", false)).startsWith("Annotate");
    assertThat(remedy(Callee.Kind.FOREIGN, "com.example", "Model", true)).startsWith("Only of a");
    assertThat(remedy(Callee.Kind.FOREIGN, "com.example", "Model", true, true))
        .startsWith("It has type parameters");
    assertThat(remedy(Callee.Kind.FOREIGN, "java.util", "List", false)).startsWith("It is the JDK");
    assertThat(remedy(Callee.Kind.FOREIGN, "java.util.function", "DoubleUnaryOperator", false))
        .contains("in a switch");
    assertThat(remedy(Callee.Kind.SINK, "java.util", "Objects", false)).startsWith("Call it in a");
  }
}
