package io.github.cotangent.processor.syntax;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/** Names: variables, fields, components, constants, {@code length} and {@code this}. */
final class References {

  private final MethodContext method;
  private final Expressions expressions;

  References(MethodContext method, Expressions expressions) {
    this.method = method;
    this.expressions = expressions;
  }

  /** Lowers a name, a member or {@code this}. */
  Expr lower(Expression e) {
    if (e instanceof ThisExpr self) {
      return self(self);
    }
    if (e instanceof FieldAccessExpr access && isLength(access)) {
      return new Expr.Length(expressions.lower(access.getScope()));
    }
    Element element = method.oracle.element(e);
    Var var = method.variable(element);
    if (var != null) {
      return new Expr.Read(var);
    }
    if (element instanceof VariableElement field
        && (field.getKind() == ElementKind.FIELD || field.getKind() == ElementKind.ENUM_CONSTANT)) {
      return field.getModifiers().contains(Modifier.STATIC)
          ? staticField(field, e)
          : instanceField(field, e);
    }
    if (element != null && element.getKind() == ElementKind.BINDING_VARIABLE) {
      return method.placeholder(expressions.typeOf(e)); // Its pattern has been reported.
    }
    return expressions.unsupported(e, "'" + method.file.oneLine(e) + "'", "Write it another way.");
  }

  private boolean isLength(FieldAccessExpr access) {
    return access.getNameAsString().equals("length")
        && method.oracle.knows(access.getScope())
        && !(method.oracle.element(access.getScope()) instanceof TypeElement)
        && isArray(access.getScope());
  }

  private boolean isArray(Expression scope) {
    Element element = method.oracle.element(scope);
    return !(element != null && element.getKind() == ElementKind.PACKAGE)
        && method.oracle.type(scope).getKind() == TypeKind.ARRAY;
  }

  private Expr self(ThisExpr e) {
    if (method.self == null || e.getTypeName().isPresent()) {
      return expressions.unsupported(e, "'this'", "Use the parameters of the method.");
    }
    return new Expr.Read(method.self);
  }

  private Expr staticField(VariableElement field, Expression at) {
    Type type = method.types.of(field.asType());
    Object constant = field.getConstantValue();
    if (constant != null && Access.isPrivate(field)) {
      return Literals.constant(constant, type);
    }
    boolean isFinal =
        field.getKind() == ElementKind.ENUM_CONSTANT
            || field.getModifiers().contains(Modifier.FINAL);
    if (!isFinal) {
      method.report(ErrorId.MUTABLE_FIELD, at, field.getSimpleName());
    } else {
      method.checkMember(field, at);
    }
    Type.ClassType owner = method.types.className((TypeElement) field.getEnclosingElement());
    String name = field.getSimpleName().toString();
    boolean isWhole = type instanceof Type.Record && method.types.isWhole(field);
    return new Expr.Field(null, owner, name, type, isFinal, isWhole, method.origin(at));
  }

  private Expr instanceField(VariableElement field, Expression at) {
    TypeElement owner = (TypeElement) field.getEnclosingElement();
    Expr receiver = receiver(field, at);
    String name = field.getSimpleName().toString();
    if (owner.getKind() == ElementKind.RECORD) {
      return component(receiver, owner, name, method.types.of(method.oracle.type(at)), at);
    }
    method.checkMember(field, at);
    return new Expr.Field(
        receiver,
        method.types.className(owner),
        name,
        method.types.of(method.oracle.type(at)),
        field.getModifiers().contains(Modifier.FINAL),
        false,
        method.origin(at));
  }

  private Expr receiver(VariableElement field, Expression at) {
    if (at instanceof FieldAccessExpr access) {
      return expressions.lower(access.getScope());
    }
    TypeElement declaring = (TypeElement) field.getEnclosingElement();
    if (method.self != null && method.types.inherits(method.owner, declaring)) {
      return new Expr.Read(method.self);
    }
    return expressions.unsupported(
        (NameExpr) at, "'" + field.getSimpleName() + "'", "Use a parameter.");
  }

  /** A component of a record, read through its accessor: the field is private. */
  private Expr component(Expr receiver, TypeElement owner, String name, Type type, Expression at) {
    if (receiver.type() instanceof Type.Record) {
      return new Expr.Component(receiver, name);
    }
    Callee accessor =
        new Callee(
            Callee.Kind.FOREIGN, method.types.className(owner), name, List.of(), type, false);
    return new Expr.Call(accessor, receiver, List.of(), method.origin(at));
  }
}
