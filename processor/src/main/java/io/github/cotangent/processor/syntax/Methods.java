package io.github.cotangent.processor.syntax;

import com.github.javaparser.JavaToken;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Lowers whole methods. */
final class Methods {

  private final ClassContext in;

  Methods(ClassContext in) {
    this.in = in;
  }

  /** Lowers a method with a body; what cannot be lowered is reported. */
  Function lower(MethodDeclaration declaration, ExecutableElement element) {
    TypeElement owner = (TypeElement) element.getEnclosingElement();
    MethodContext method = new MethodContext(in, owner, identifiers(declaration));
    Set<String> reserved = method.reserved;
    List<Var> parameters = new ArrayList<>();
    Set<Var> constants = new HashSet<>();
    if (!element.getModifiers().contains(Modifier.STATIC)) {
      Type type = method.trustedType(owner.asType(), declaration.getName());
      method.self = method.invent(Signatures.selfName(element), type);
      reserved.add(method.self.name());
      parameters.add(method.self);
    }
    for (int i = 0; i < element.getParameters().size(); i++) {
      VariableElement parameter = element.getParameters().get(i);
      Parameter at = declaration.getParameter(i);
      Var var = method.declare(parameter, method.trustedType(parameter.asType(), at.getType()));
      parameters.add(var);
      if (Callees.isMarked(parameter, Callees.NON_DIFFERENTIABLE)) {
        constants.add(var);
      }
    }
    Type result = method.trustedType(element.getReturnType(), declaration.getType());
    List<Type> thrown = new ArrayList<>();
    for (int i = 0; i < element.getThrownTypes().size(); i++) {
      TypeMirror exception = element.getThrownTypes().get(i);
      if (in.types().isChecked(exception)) {
        thrown.add(method.type(exception, declaration.getThrownException(i)));
      }
    }
    Stmt.Block written = new Statements(method, result).body(declaration.getBody().orElseThrow());
    Stmt.Block body =
        method.self == null ? written : Receivers.checked(method.self, written, name(declaration));
    return new Function(
        in.types().className(owner),
        declaration.getNameAsString(),
        parameters,
        constants,
        result,
        body,
        thrown,
        reserved,
        name(declaration));
  }

  /** The place of a method's name. */
  Origin name(MethodDeclaration declaration) {
    return in.file().origin(declaration.getName());
  }

  /**
   * The identifiers that a new local variable could clash with: not the names of methods and of
   * members behind a dot.
   */
  private static Set<String> identifiers(MethodDeclaration declaration) {
    Set<String> names = new HashSet<>();
    String waiting = null; // A name, unless what follows makes it that of a method.
    boolean isBehindDot = false;
    for (JavaToken token : declaration.getTokenRange().orElseThrow()) {
      JavaToken.Category category = token.getCategory();
      if (category.isWhitespaceOrComment()) {
        continue;
      }
      String text = token.getText();
      if (waiting != null && !text.equals("(")) {
        names.add(waiting);
      }
      waiting = category.isIdentifier() && !isBehindDot ? text : null;
      isBehindDot = text.equals(".");
    }
    if (waiting != null) {
      names.add(waiting);
    }
    return names;
  }
}
