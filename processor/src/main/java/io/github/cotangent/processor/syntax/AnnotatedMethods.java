package io.github.cotangent.processor.syntax;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MemberValuePair;
import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Reads {@code @Differentiable}, and holds the method against what can be differentiated. */
final class AnnotatedMethods {

  private final ClassContext in;

  AnnotatedMethods(ClassContext in) {
    this.in = in;
  }

  /** True for a method that can be looked into; the reason why not is reported. */
  boolean isDifferentiable(SourceClass.Entry entry) {
    Optional<String> obstacle = obstacle(entry.element());
    Origin at = in.file().origin(entry.declaration().getName());
    obstacle.ifPresent(what -> in.problems().report(ErrorId.UNSUPPORTED_METHOD, at, what));
    return obstacle.isEmpty() && in.access().checkMember(entry.element(), at);
  }

  private Optional<String> obstacle(ExecutableElement method) {
    Set<Modifier> modifiers = method.getModifiers();
    ElementKind owner = method.getEnclosingElement().getKind();
    if (modifiers.contains(Modifier.NATIVE)) {
      return Optional.of("A native method");
    }
    if (modifiers.contains(Modifier.ABSTRACT)) {
      return Optional.of("An abstract method");
    }
    if (!method.getTypeParameters().isEmpty()) {
      return Optional.of("A generic method");
    }
    if (modifiers.contains(Modifier.SYNCHRONIZED)) {
      return Optional.of("A synchronized method");
    }
    if (modifiers.contains(Modifier.STATIC)) {
      return Optional.empty();
    }
    if (in.callees().isOfValue(method)) {
      return Optional.of("An instance method of a class that declares itself differentiable");
    }
    if (Callees.isLowerable(method)) {
      return Optional.empty();
    }
    return Optional.of(
        "An instance method of "
            + (owner.isInterface()
                ? "an interface"
                : owner == ElementKind.RECORD
                    ? "a generic record"
                    : "a class that is inner or generic, or may be extended,"));
  }

  /** What the annotation asks for. */
  SourceMethod read(SourceClass.Entry entry, Function function) {
    if (hasTrustedTypes(entry.element())) {
      checkDifferentiable(function, entry.element());
    }
    AnnotationMirror mirror = Callees.mark(entry.element(), Callees.DIFFERENTIABLE);
    List<Expression> names = members(entry.declaration(), "name");
    Signatures signatures = in.callees().signatures();
    Origin nameOrigin = names.isEmpty() ? function.origin() : in.file().origin(names.get(0));
    String base = signatures.base(entry.element());
    if (!SourceVersion.isIdentifier(base)) {
      in.problems().report(ErrorId.NAME_CLASH, nameOrigin, base, "it is no Java identifier");
    }
    return new SourceMethod(
        function,
        Access.visibility(entry.element()),
        wrt(entry.declaration(), mirror, function),
        base,
        signatures.linkage(
            entry.element(),
            function.parameters().stream().map(Var::type).toList(),
            signatures.constants(entry.element()),
            function.result()),
        nameOrigin,
        Annotations.values(mirror, "generate"),
        order(entry.declaration(), mirror, function));
  }

  private int order(MethodDeclaration declaration, AnnotationMirror mirror, Function function) {
    OptionalInt order = Annotations.order(mirror);
    if (order.isEmpty()) {
      String given = Annotations.values(mirror, "order").get(0);
      List<Expression> places = members(declaration, "order");
      Origin at = places.isEmpty() ? function.origin() : in.file().origin(places.get(0));
      in.problems().report(ErrorId.UNSUPPORTED_ORDER, at, given, "it is not a number from 1 to 9");
    }
    return order.orElse(1);
  }

  /** False where a record of the signature has been reported, which says all. */
  private boolean hasTrustedTypes(ExecutableElement method) {
    return in.types().distrust(method.getReturnType()).isEmpty()
        && method.getParameters().stream().allMatch(p -> in.types().distrust(p.asType()).isEmpty());
  }

  /** What else is to be said of a method without a parameter that has a derivative. */
  private static String ofSealed(ExecutableElement method) {
    return method.getParameters().stream()
        .map(p -> p.asType())
        .filter(t -> t instanceof DeclaredType)
        .map(t -> (TypeElement) ((DeclaredType) t).asElement())
        .filter(e -> e.getModifiers().contains(Modifier.SEALED))
        .findFirst()
        .map(
            e ->
                "; which record a "
                    + e.getSimpleName()
                    + " is shows only when it runs, so write the method once for each")
        .orElse("");
  }

  private void checkDifferentiable(Function function, ExecutableElement method) {
    boolean writes =
        function.differentiable().stream().anyMatch(p -> p.type().holdsDifferentiableArray());
    String lack = null;
    if (function.differentiable().isEmpty()) {
      lack = "no parameter has a derivative" + ofSealed(method);
    } else if (function.result().equals(Type.VOID) && !writes) {
      lack = "it returns nothing and has no array to write into";
    } else if (!function.result().equals(Type.VOID) && !function.result().isDifferentiable()) {
      lack = "its result of type " + function.result() + " has no derivative";
    }
    if (lack != null) {
      String remedy =
          "Give it a parameter and a result of type double or float, of an array of these, or of a"
              + " record of these.";
      in.problems()
          .report(ErrorId.NOT_DIFFERENTIABLE, function.origin(), function.name(), lack, remedy);
    }
  }

  private List<SourceMethod.Wrt> wrt(
      MethodDeclaration declaration, AnnotationMirror mirror, Function function) {
    List<Expression> places = members(declaration, "wrt");
    List<String> names = Annotations.values(mirror, "wrt");
    List<SourceMethod.Wrt> wrt = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Origin at = i < places.size() ? in.file().origin(places.get(i)) : function.origin();
      String name = names.get(i);
      if (function.differentiable().stream().anyMatch(p -> p.name().equals(name))) {
        wrt.add(new SourceMethod.Wrt(name, at));
      } else {
        String valid =
            function.differentiable().stream().map(Var::name).collect(Collectors.joining(", "));
        in.problems().report(ErrorId.UNKNOWN_WRT, at, name, valid);
      }
    }
    return wrt;
  }

  /** The expressions that the source gives for a member of the annotation. */
  private static List<Expression> members(MethodDeclaration declaration, String member) {
    List<Expression> found = new ArrayList<>();
    for (AnnotationExpr annotation : declaration.getAnnotations()) {
      if (annotation.getName().getIdentifier().equals("Differentiable")) {
        for (MemberValuePair pair : annotation.findAll(MemberValuePair.class)) {
          if (pair.getNameAsString().equals(member)) {
            if (pair.getValue() instanceof ArrayInitializerExpr several) {
              found.addAll(several.getValues());
            } else {
              found.add(pair.getValue());
            }
          }
        }
      }
    }
    return found;
  }
}
