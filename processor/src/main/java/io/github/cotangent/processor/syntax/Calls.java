package io.github.cotangent.processor.syntax;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Method calls and {@code new}. */
final class Calls {

  private static final Type.ClassType OBJECT =
      new Type.ClassType("java.lang", List.of("Object"), List.of(), true);

  private final MethodContext method;
  private final Expressions expressions;
  private final OpaqueText opaque;

  Calls(MethodContext method, Expressions expressions, OpaqueText opaque) {
    this.method = method;
    this.expressions = expressions;
    this.opaque = opaque;
  }

  /** A method call. */
  Expr lower(MethodCallExpr call) {
    if (isArrayClone(call)) {
      Expr array = expressions.lower(call.getScope().orElseThrow());
      Callee clone = new Callee(Callee.Kind.ARRAY, OBJECT, "clone", List.of(), array.type(), false);
      return new Expr.Call(clone, array, List.of(), method.origin(call));
    }
    Element element = method.oracle.element(call);
    if (!(element instanceof ExecutableElement target)) {
      throw new UnresolvedTypeException(method.file.oneLine(call));
    }
    Type result = expressions.typeOf(call);
    if (method.types.isAccessor(target)) {
      return new Expr.Component(receiver(call, target), call.getNameAsString());
    }
    Callee callee = ofArrays(call, callee(call, target, result));
    if (Callees.isSum(target) && callee.kind() != Callee.Kind.RULED) {
      Expr left = addend(call.getArgument(0), result);
      return new Expr.Binary(Expr.Binary.Op.ADD, left, addend(call.getArgument(1), result), result);
    }
    checkAccess(callee, target, call);
    List<Expr> arguments = arguments(call, target, callee);
    if (callee.isStatic()) {
      return new Expr.Call(callee, null, arguments, method.origin(call));
    }
    Expr receiver = receiver(call, target);
    if (callee.takesSelf()) {
      arguments.add(0, receiver);
      return new Expr.Call(callee, null, arguments, method.origin(call));
    }
    return new Expr.Call(callee, receiver, arguments, method.origin(call));
  }

  /** {@code System.arraycopy} takes objects, of which nothing is known where they are no arrays. */
  private Callee ofArrays(MethodCallExpr call, Callee callee) {
    boolean isOfObjects =
        callee.kind() == Callee.Kind.ARRAY
            && callee.name().equals("arraycopy")
            && Stream.of(call.getArgument(0), call.getArgument(2))
                .anyMatch(e -> method.oracle.type(e).getKind() != TypeKind.ARRAY);
    return isOfObjects ? callee.as(Callee.Kind.FOREIGN) : callee;
  }

  /** An argument as the parameter takes it: two ints are added as numbers of that type. */
  private Expr addend(Expression e, Type type) {
    Expr value = expressions.lower(e, type);
    return value.type().equals(type) ? value : new Expr.Cast(type, value, method.origin(e));
  }

  /** A call whose rule is wrong is taken for a constant: there is an error already. */
  private Callee callee(MethodCallExpr call, ExecutableElement target, Type result) {
    Callees callees = method.in.callees();
    try {
      for (ExecutableElement rule : callees.rulesOf(target, method.owner)) {
        if (!callees.isLocal(rule)) {
          method.checkMember(rule, call.getName());
        }
      }
      return callees.called(target, result, method.owner);
    } catch (BadRuleException e) {
      if (!e.isReported()) {
        method.report(e.id(), call.getName(), e.arguments());
      }
      Callee plain = callees.of(target, result);
      return plain.takesSelf() ? plain : plain.as(Callee.Kind.CONSTANT);
    }
  }

  private boolean isArrayClone(MethodCallExpr call) {
    return call.getNameAsString().equals("clone")
        && call.getArguments().isEmpty()
        && call.getScope().isPresent()
        && method.oracle.type(call.getScope().get()).getKind() == TypeKind.ARRAY;
  }

  /** Private methods can be carried over or differentiated where they are local and static. */
  private void checkAccess(Callee callee, ExecutableElement target, MethodCallExpr call) {
    boolean carriedOver =
        callee.kind() == Callee.Kind.LOCAL
            || (callee.kind() == Callee.Kind.CONSTANT || callee.kind() == Callee.Kind.RULED)
                && callee.isStatic()
                && method.in.callees().isLocal(target);
    if (!carriedOver) {
      Node at = call.getScope().isPresent() ? call.getName() : call;
      method.checkMember(target, at);
    }
  }

  private Expr receiver(MethodCallExpr call, ExecutableElement target) {
    if (call.getScope().isPresent() && !(call.getScope().get() instanceof SuperExpr)) {
      return expressions.lower(call.getScope().get());
    }
    if (method.self != null && call.getScope().isEmpty()) {
      return new Expr.Read(method.self);
    }
    return expressions.unsupported(
        call, "A call of '" + target.getSimpleName() + "' without receiver", "Make it static.");
  }

  private List<Expr> arguments(MethodCallExpr call, ExecutableElement target, Callee callee) {
    Callee.Kind kind = callee.kind();
    return arguments(
        target,
        call.getArguments(),
        parameterTypes(call, target),
        kind.takesSelf(), // A derivative takes the array.
        (e, parameter) -> argument(e, parameter, kind));
  }

  /**
   * The arguments of a call.
   *
   * @param packs true if those that the last parameter takes as an array become one
   * @param lower makes an argument that a parameter of this type takes
   */
  private List<Expr> arguments(
      ExecutableElement target,
      List<Expression> given,
      List<? extends TypeMirror> parameters,
      boolean packs,
      BiFunction<Expression, Type, Expr> lower) {
    boolean isSpread = target.isVarArgs() && isSpread(given, parameters);
    int fixed = isSpread ? parameters.size() - 1 : given.size();
    List<Expr> arguments = new ArrayList<>();
    for (int i = 0; i < fixed; i++) {
      arguments.add(lower.apply(given.get(i), method.types.of(parameters.get(i))));
    }
    if (isSpread) {
      Type.Array rest = (Type.Array) method.types.of(parameters.get(fixed));
      List<Expr> elements = new ArrayList<>();
      given.subList(fixed, given.size()).forEach(e -> elements.add(lower.apply(e, rest.element())));
      arguments.addAll(packs ? List.of(new Expr.ArrayLiteral(rest, elements)) : elements);
    }
    return arguments;
  }

  private List<? extends TypeMirror> parameterTypes(MethodCallExpr call, ExecutableElement target) {
    // As instantiated at this call, so that a list of Double is known to take a Double.
    TypeMirror type = method.oracle.type(method.file.start(call), method.file.end(call.getName()));
    return type instanceof ExecutableType executable
        ? executable.getParameterTypes()
        : target.getParameters().stream().map(VariableElement::asType).toList();
  }

  /** True where the last parameter takes what is given as the elements of an array. */
  private boolean isSpread(List<Expression> given, List<? extends TypeMirror> parameters) {
    int last = parameters.size() - 1;
    if (given.size() != parameters.size()) {
      return true;
    }
    Expression argument = given.get(last);
    if (argument.isNullLiteralExpr() || !method.oracle.knows(argument)) {
      return !argument.isNullLiteralExpr();
    }
    Type type = expressions.typeOf(argument);
    return !(type instanceof Type.Array array)
        || array.rank() < method.types.of(parameters.get(last)).rank();
  }

  /** Where a derivative may end, or is known, boxing loses nothing and needs no mark. */
  private Expr argument(Expression e, Type parameter, Callee.Kind kind) {
    return switch (kind) {
      case SINK, CONSTANT, ARRAY ->
          parameter instanceof Type.Primitive
              ? expressions.lower(e, parameter)
              : expressions.lower(e);
      case FOREIGN ->
          isHeldByObject(e, parameter) ? expressions.lower(e) : expressions.lower(e, parameter);
      case MATH, LOCAL, LINKED, RULED, GENERATED -> expressions.lower(e, parameter);
    };
  }

  /**
   * True for an array, or a record that may have some, which the method takes as an object and may
   * write into none the less: no cast may hide it.
   */
  private boolean isHeldByObject(Expression e, Type parameter) {
    if (!(parameter instanceof Type.ClassType) || !method.oracle.knows(e)) {
      return false;
    }
    Type type = expressions.typeOf(e);
    return type instanceof Type.Array || type instanceof Type.Record;
  }

  /** {@code new}: of a record that can hold an adjoint, or of anything else. */
  Expr lower(ObjectCreationExpr creation) {
    TypeMirror mirror = method.oracle.type(creation);
    Type type = method.trustedType(mirror, creation);
    boolean canonical =
        type instanceof Type.Record record
            && creation.getAnonymousClassBody().isEmpty()
            && isCanonical(creation, record);
    if (method.types.distrust(mirror).isPresent()) {
      return method.placeholder(type); // The record has been reported.
    }
    if (!canonical) {
      boolean delegates = type instanceof Type.Record && creation.getAnonymousClassBody().isEmpty();
      return opaque.expression(
          creation, type, delegates ? ErrorId.UNSUPPORTED_EXPRESSION : ErrorId.ACTIVE_ESCAPES);
    }
    Type.Record record = (Type.Record) type;
    return new Expr.NewRecord(record, components(creation), method.origin((Node) creation));
  }

  private List<Expr> components(ObjectCreationExpr creation) {
    ExecutableElement constructor = (ExecutableElement) method.oracle.element(creation);
    List<? extends TypeMirror> parameters =
        constructor.getParameters().stream().map(VariableElement::asType).toList();
    return arguments(constructor, creation.getArguments(), parameters, true, expressions::lower);
  }

  private boolean isCanonical(ObjectCreationExpr creation, Type.Record record) {
    return method.oracle.element(creation) instanceof ExecutableElement constructor
        && constructor.getParameters().stream()
            .map(p -> method.types.of(p.asType()))
            .toList()
            .equals(record.components().stream().map(Type.Component::type).toList());
  }
}
