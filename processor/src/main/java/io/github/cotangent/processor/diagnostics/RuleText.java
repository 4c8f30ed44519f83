package io.github.cotangent.processor.diagnostics;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Derivation.Form;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.SourceVersion;

/**
 * What a hand-written derivative of a method looks like: the text that error messages offer, ready
 * to paste.
 */
public final class RuleText {

  /** What a rule calls the result of its target, and the adjoint of that. */
  private static final List<String> RESULT = List.of("result", "dResult");

  private final Callee target;
  private final List<Type> types;
  private final List<String> names;
  private final Set<Integer> constants;

  private RuleText(Callee target, Set<Integer> constants) {
    this.target = target;
    this.constants = constants;
    this.types = new ArrayList<>(target.parameterTypes());
    this.names = new ArrayList<>(target.parameterNames());
    for (int i = names.size(); i < types.size(); i++) {
      names.add("arg" + i);
    }
    names.replaceAll(RuleText::free);
    if (!target.isStatic() && !target.takesSelf()) {
      types.add(0, target.owner());
      names.add(0, "self");
    }
  }

  /** A parameter's name in a rule: {@code o} would have {@code do} for its adjoint. */
  private static String free(String name) {
    boolean isTaken = SourceVersion.isKeyword("d" + name) || RESULT.contains(name);
    return isTaken ? name + "_" : name;
  }

  /** The form that suits a method: partials for numbers, else a pullback. */
  public static String suggestion(Callee target) {
    RuleText text = new RuleText(target, target.constants());
    boolean isScalar =
        target.returnType().isScalar()
            && text.types.stream().noneMatch(Type::holdsDifferentiableArray);
    int first =
        IntStream.range(0, text.types.size())
            .filter(i -> text.types.get(i).isScalar())
            .findFirst()
            .orElse(-1);
    return isScalar && first >= 0 ? text.partial(first) : text.pullback();
  }

  /**
   * A rule of this form.
   *
   * @param by the parameter that a partial is with respect to
   * @param constants the parameters without a derivative
   */
  public static String of(Callee target, Form form, int by, Set<Integer> constants) {
    RuleText text = new RuleText(target, constants);
    return switch (form) {
      case PARTIAL -> text.partial(by);
      case PULLBACK -> text.pullback();
      case TANGENT -> text.tangent();
    };
  }

  private boolean differentiates(int i) {
    return types.get(i).isDifferentiable() && !constants.contains(i);
  }

  private String partial(int by) {
    List<String> own = new ArrayList<>();
    List<Type> of = new ArrayList<>();
    arguments(own, of);
    return annotation("PartialOf", "wrt = \"" + names.get(by) + "\", ", own)
        + signature(name(target.returnType()), "By" + Names.capitalized(names.get(by)), of, own);
  }

  private String pullback() {
    List<String> own = new ArrayList<>();
    List<Type> of = new ArrayList<>();
    arguments(own, of);
    if (target.returnType().isDifferentiable()) {
      own.add(RESULT.get(1));
      of.add(target.returnType().adjoint());
    }
    List<String> returned = new ArrayList<>();
    Type single = Type.VOID;
    for (int i = 0; i < types.size(); i++) {
      if (differentiates(i) && types.get(i).holdsDifferentiableArray()) {
        own.add("d" + names.get(i));
        of.add(types.get(i).adjoint());
      }
      if (differentiates(i) && types.get(i).holdsScalar()) {
        returned.add(name(types.get(i)) + " d" + names.get(i));
        single = types.get(i);
      }
    }
    String adjoints = Names.capitalized(target.name()) + "Adjoints";
    String result = returned.size() > 1 ? adjoints : name(single);
    String record =
        returned.size() > 1
            ? ", with record " + adjoints + "(" + String.join(", ", returned) + ") {}"
            : "";
    return annotation("PullbackOf", "", own) + signature(result, "Pullback", of, own) + record;
  }

  private String tangent() {
    List<String> own = new ArrayList<>();
    List<Type> of = new ArrayList<>();
    arguments(own, of);
    for (int i = 0; i < types.size(); i++) {
      if (differentiates(i)) {
        own.add(names.get(i) + "Dot");
        of.add(types.get(i));
      }
    }
    return annotation("TangentOf", "", own)
        + signature(name(target.returnType()), "Tangent", of, own);
  }

  private void arguments(List<String> own, List<Type> of) {
    own.addAll(names);
    of.addAll(types);
    if (!target.returnType().equals(Type.VOID)) {
      own.add(RESULT.get(0));
      of.add(target.returnType());
    }
  }

  private String annotation(String form, String extra, List<String> own) {
    int first = target.isStatic() ? 0 : 1;
    String parameters =
        IntStream.range(first, types.size())
            .mapToObj(i -> name(types.get(i)) + " " + names.get(i))
            .collect(Collectors.joining(", "));
    return "@%s(type = %s.class, method = \"%s(%s)\", %snames = {%s}%s) "
        .formatted(
            form,
            name(target.owner()),
            target.name(),
            parameters,
            extra,
            quoted(own),
            form.equals("PartialOf") ? "" : constantsOf() + writesOf());
  }

  /** Of a method without rules is not known what it writes; but one without a result writes. */
  private String writesOf() {
    boolean isWriter = target.returnType().equals(Type.VOID);
    List<String> named =
        IntStream.range(0, types.size())
            .filter(
                i ->
                    target.derivation().isPresent()
                        ? target.derivation().get().writes().contains(i)
                        : isWriter && differentiates(i) && types.get(i).holdsDifferentiableArray())
            .mapToObj(names::get)
            .toList();
    return named.isEmpty() ? "" : ", writes = {" + quoted(named) + "}";
  }

  private String constantsOf() {
    List<String> named =
        constants.stream()
            .sorted()
            .filter(i -> types.get(i).isDifferentiable())
            .map(names::get)
            .toList();
    return named.isEmpty() ? "" : ", constants = {" + quoted(named) + "}";
  }

  private static String quoted(List<String> names) {
    return names.stream().map(n -> "\"" + n + "\"").collect(Collectors.joining(", "));
  }

  private String signature(String result, String suffix, List<Type> of, List<String> own) {
    return method(result, target.name() + suffix, of, own);
  }

  /** {@code static double f(double x)}. */
  public static String method(String result, String name, List<Type> types, List<String> names) {
    return "static "
        + result
        + " "
        + name
        + IntStream.range(0, types.size())
            .mapToObj(i -> name(types.get(i)) + " " + names.get(i))
            .collect(Collectors.joining(", ", "(", ")"));
  }

  /** A type as it is written where it is imported. */
  public static String name(Type type) {
    if (type instanceof Type.Array a) {
      return name(a.element()) + "[]";
    }
    if (type instanceof Type.Record r) {
      return name(r.name());
    }
    return type instanceof Type.ClassType c ? String.join(".", c.simpleNames()) : type.toString();
  }
}
