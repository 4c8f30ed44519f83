package io.github.cotangent.processor.syntax;

import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import io.github.cotangent.processor.diagnostics.ErrorId;
import javax.lang.model.element.ExecutableElement;

/**
 * Looks for calls of the class that is generated from this one: {@code dName} is written once all
 * that is differentiated in {@code Name} is known, so nothing of that can depend on it.
 */
final class OwnDerivatives {

  private final ClassContext in;
  private final String simple;
  private final String qualified;

  OwnDerivatives(ClassContext in) {
    this.in = in;
    this.simple = "d" + in.topLevel().getSimpleName();
    String name = in.topLevel().getQualifiedName().toString();
    this.qualified = name.substring(0, name.lastIndexOf('.') + 1) + simple;
  }

  /** Reports all such calls in a method that is to be differentiated; true if there are any. */
  boolean report(MethodDeclaration method) {
    boolean any = false;
    for (MethodCallExpr call : method.findAll(MethodCallExpr.class)) {
      if (names(call) && !isResolved(call)) {
        in.problems()
            .report(ErrorId.OWN_DERIVATIVE, in.file().origin(call), call.getNameAsString(), simple);
        any = true;
      }
    }
    return any;
  }

  private boolean names(MethodCallExpr call) {
    return call.getScope().isPresent()
        ? isGenerated(call.getScope().get())
        : in.file().tree().getImports().stream().anyMatch(i -> imports(i, call));
  }

  private boolean isGenerated(Expression scope) {
    String text = in.file().oneLine(scope);
    return (scope.isNameExpr() || scope.isFieldAccessExpr())
        && (isOrHolds(simple, text) || isOrHolds(qualified, text));
  }

  private boolean imports(ImportDeclaration i, MethodCallExpr call) {
    String name = i.getNameAsString();
    boolean isNamed = i.isAsterisk() || name.endsWith("." + call.getNameAsString());
    return i.isStatic() && isNamed && isOrHolds(qualified, name);
  }

  private static boolean isOrHolds(String type, String name) {
    return name.equals(type) || name.startsWith(type + ".");
  }

  private boolean isResolved(MethodCallExpr call) {
    try {
      return in.oracle().element(call) instanceof ExecutableElement;
    } catch (UnresolvedTypeException e) {
      return false;
    }
  }
}
