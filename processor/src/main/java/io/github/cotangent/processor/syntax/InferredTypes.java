package io.github.cotangent.processor.syntax;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import io.github.cotangent.processor.diagnostics.ErrorId;

/**
 * Looks for variables whose type is inferred and does not exist yet, or has no name: those declared
 * with {@code var}, and parameters of lambdas.
 *
 * <p>To tell the type of anything, javac attributes the whole class, and notes in its tree what it
 * infers for each of them. An unknown type stays noted there when it has been generated, and javac
 * would later fall over it without a message. One without a name it would look for by a name that
 * it made up.
 */
final class InferredTypes {

  private final ClassContext in;

  InferredTypes(ClassContext in) {
    this.in = in;
  }

  /** Reports all such variables; true if there are any. */
  boolean report() {
    boolean any = false;
    for (VariableDeclarator variable : in.file().tree().findAll(VariableDeclarator.class)) {
      any |=
          variable.getType().isVarType() && report(variable, "var " + variable.getNameAsString());
    }
    for (Parameter parameter : in.file().tree().findAll(Parameter.class)) {
      any |= parameter.getType().isUnknownType() && report(parameter, parameter.getNameAsString());
    }
    return any;
  }

  private boolean report(NodeWithSimpleName<?> variable, String shown) {
    String name = variable.getNameAsString();
    if (in.oracle().isUnresolved((Node) variable, name)) {
      String remedy =
          "Its type is not known yet: where it is generated in this compilation, declare the"
              + " variable with its type; else something that its statement names is not there.";
      return report(variable, shown, remedy);
    }
    if (in.oracle().isNameless((Node) variable, name)) {
      String remedy =
          "Its type has no name that javac could look up again in a class with annotated methods:"
              + " declare the variable with a type, as in (Object x) -> ..., or make a class of it.";
      return report(variable, shown, remedy);
    }
    return false;
  }

  private boolean report(NodeWithSimpleName<?> variable, String shown, String remedy) {
    in.problems()
        .report(ErrorId.UNSUPPORTED_STATEMENT, in.file().origin(variable.getName()), shown, remedy);
    return true;
  }
}
