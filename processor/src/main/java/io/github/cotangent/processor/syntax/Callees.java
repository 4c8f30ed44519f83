package io.github.cotangent.processor.syntax;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Derivation;
import io.github.cotangent.processor.ir.Derivation.Form;
import io.github.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Decides how the compiler treats a call, from what javac resolved it to. */
final class Callees {

  static final String DIFFERENTIABLE = "io.github.cotangent.Differentiable";
  static final String NON_DIFFERENTIABLE = "io.github.cotangent.NonDifferentiable";

  static final Set<String> MATH = Set.of("java.lang.Math", "java.lang.StrictMath");

  /** Names of {@code Math} for method references, which have the rules of {@code Math}. */
  private static final Set<String> LIKE_MATH =
      Set.of(
          "java.lang.Double.max",
          "java.lang.Double.min",
          "java.lang.Float.max",
          "java.lang.Float.min");

  private static final Set<String> ARRAY =
      Set.of(
          "java.lang.System.arraycopy",
          "java.util.Arrays.fill",
          "java.util.Arrays.copyOf",
          "java.util.Arrays.copyOfRange");

  /** Owners all of whose methods only turn values into text. */
  private static final Set<String> SINK_OWNERS =
      Set.of("java.util.logging.Logger", "java.lang.System.Logger", "org.slf4j.Logger");

  /** Methods that turn values into text, or into answers about them, by owner. */
  private static final Map<String, Set<String>> SINKS =
      Map.ofEntries(
          Map.entry("java.io.PrintStream", Set.of("print", "println", "printf", "format")),
          Map.entry("java.io.PrintWriter", Set.of("print", "println", "printf", "format")),
          Map.entry("java.lang.String", Set.of("valueOf", "format", "formatted")),
          Map.entry("java.lang.StringBuilder", Set.of("append", "insert")),
          Map.entry("java.lang.StringBuffer", Set.of("append", "insert")),
          Map.entry("java.util.Objects", Set.of("toString", "requireNonNull")),
          Map.entry(
              "java.util.Arrays",
              Set.of(
                  "toString",
                  "deepToString",
                  "equals",
                  "deepEquals",
                  "compare",
                  "mismatch",
                  "hashCode",
                  "deepHashCode",
                  "binarySearch")),
          Map.entry(
              "java.lang.Double",
              Set.of("toString", "toHexString", "isNaN", "isInfinite", "isFinite", "compare")),
          Map.entry(
              "java.lang.Float",
              Set.of("toString", "toHexString", "isNaN", "isInfinite", "isFinite", "compare")));

  /** Another way to write a sum. */
  private static final Set<String> SUM = Set.of("java.lang.Double.sum", "java.lang.Float.sum");

  private final TypeElement topLevel;
  private final TypeMapping types;
  private final Signatures signatures;
  private final ClassFiles classFiles;
  private final CustomRules rules;

  /** The targets whose rules are being read: a rule may be a target in its turn. */
  private final Set<ExecutableElement> open = new HashSet<>();

  Callees(TypeElement topLevel, TypeMapping types, ClassFiles classFiles) {
    this.classFiles = classFiles;
    this.topLevel = topLevel;
    this.types = types;
    this.signatures = new Signatures(types);
    this.rules = new CustomRules(types);
  }

  Signatures signatures() {
    return signatures;
  }

  /**
   * The callee for a method that is called, with its hand-written derivative where it has one.
   *
   * @param user the class of the method that calls it
   * @throws BadRuleException where one of the rules for it is wrong
   */
  Callee called(ExecutableElement method, Type result, TypeElement user) throws BadRuleException {
    Callee plain = of(method, result);
    boolean isMath = MATH.contains(plain.owner().canonicalName());
    boolean isFixed = isMath || plain.kind() == Callee.Kind.ARRAY;
    if (isFixed || !open.add(method)) {
      return plain;
    }
    try {
      List<CustomRule> found = rules.of(method, user);
      return found.isEmpty() ? plain : ruled(plain, method, found, user);
    } finally {
      open.remove(method);
    }
  }

  private Callee ruled(
      Callee plain, ExecutableElement method, List<CustomRule> found, TypeElement user)
      throws BadRuleException {
    List<Type> parameters = new ArrayList<>(plain.parameterTypes());
    if (!plain.isStatic() && !plain.takesSelf()) {
      parameters.add(0, types.erased(method.getEnclosingElement().asType()));
    }
    Map<Integer, Derivation.Rule> partials = new LinkedHashMap<>();
    Map<Form, Derivation.Rule> whole = new EnumMap<>(Form.class);
    Set<Integer> marked = signatures.constants(method);
    Set<Integer> refused = new LinkedHashSet<>();
    Set<Integer> writes = new LinkedHashSet<>();
    List<String> names = found.get(0).names();
    for (CustomRule rule : found) {
      Type type = types.of(rule.method().getReturnType());
      Callee callee = called(rule.method(), type, user);
      Derivation.Rule made = new Derivation.Rule(callee, rule.operands());
      if (rule.form() == Form.PARTIAL) {
        partials.put(rule.by(), made);
      } else {
        whole.put(rule.form(), made);
        refused.addAll(rule.constants());
        writes.addAll(rule.writes());
        names = rule.form() == Form.PULLBACK || whole.size() == 1 ? rule.names() : names;
      }
    }
    for (int i = 0; i < parameters.size() && !partials.isEmpty() && whole.size() < 2; i++) {
      if (parameters.get(i).isDifferentiable() && !partials.containsKey(i)) {
        refused.add(i);
      }
    }
    Set<Integer> constants = new LinkedHashSet<>(refused);
    constants.addAll(marked);
    refused.removeAll(marked);
    return new Callee(
        Callee.Kind.RULED,
        plain.owner(),
        plain.name(),
        parameters,
        plain.returnType(),
        plain.isStatic(),
        constants,
        names,
        "",
        Set.of(),
        Optional.of(
            new Derivation(
                partials,
                Optional.ofNullable(whole.get(Form.PULLBACK)),
                Optional.ofNullable(whole.get(Form.TANGENT)),
                refused,
                writes)));
  }

  /** The rules for a method, as they are declared. */
  List<ExecutableElement> rulesOf(ExecutableElement method, TypeElement user)
      throws BadRuleException {
    return rules.of(method, user).stream().map(CustomRule::method).toList();
  }

  /** The callee for a method, with the type that the call expression has. */
  Callee of(ExecutableElement method, Type result) {
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    Callee.Kind kind = kind(method, owner);
    boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
    List<Type> parameters = new ArrayList<>();
    if (!isStatic && kind.takesSelf()) {
      parameters.add(types.of(owner.asType()));
    }
    for (VariableElement parameter : method.getParameters()) {
      parameters.add(types.erased(parameter.asType()));
    }
    boolean linked = kind.takesSelf();
    Set<Integer> constants = linked ? signatures.constants(method) : Set.of();
    List<String> names = signatures.names(method);
    Callee callee =
        new Callee(
            kind,
            types.className(owner),
            method.getSimpleName().toString(),
            parameters,
            result,
            isStatic,
            constants,
            linked || isStatic ? names : names.subList(1, names.size()),
            kind == Callee.Kind.LINKED
                ? signatures.linkage(method, parameters, constants, result)
                : "",
            kind == Callee.Kind.LINKED ? outputs(method) : Set.of(),
            Optional.empty());
    return kind == Callee.Kind.LINKED && !types.hasSource(method)
        ? classFiles.named(callee)
        : callee;
  }

  /** True for {@code Double.sum}, which adds like {@code +}. */
  static boolean isSum(ExecutableElement method) {
    return SUM.contains(method.getEnclosingElement() + "." + method.getSimpleName());
  }

  private static Set<String> outputs(ExecutableElement method) {
    AnnotationMirror mirror = mark(method, DIFFERENTIABLE);
    Set<String> outputs = new TreeSet<>(Annotations.values(mirror, "generate"));
    if (Annotations.order(mirror).orElse(1) > 1) {
      outputs.add(Callee.SECOND_ORDER);
    }
    return outputs;
  }

  private Callee.Kind kind(ExecutableElement method, TypeElement owner) {
    String ownerName = owner.getQualifiedName().toString();
    String name = method.getSimpleName().toString();
    if (MATH.contains(ownerName) || LIKE_MATH.contains(ownerName + "." + name)) {
      return Callee.Kind.MATH;
    }
    if (ARRAY.contains(ownerName + "." + name)) {
      return Callee.Kind.ARRAY;
    }
    if (isMarked(method, NON_DIFFERENTIABLE)) {
      return Callee.Kind.CONSTANT;
    }
    if (isLowerable(method) && isIn(topLevel, owner) && !isOfValue(method)) {
      return Callee.Kind.LOCAL;
    }
    if (isMarked(method, DIFFERENTIABLE) && !isIn(topLevel, owner) && hasDerivative(method)) {
      return Callee.Kind.LINKED;
    }
    boolean sink =
        SINK_OWNERS.contains(ownerName) || SINKS.getOrDefault(ownerName, Set.of()).contains(name);
    return sink ? Callee.Kind.SINK : Callee.Kind.FOREIGN;
  }

  /** A class file's derivative was written when it was compiled, or never will be. */
  private boolean hasDerivative(ExecutableElement method) {
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    return types.hasSource(method) || classFiles.generated(types.className(owner)).isPresent();
  }

  /**
   * True for methods with a body and no type arguments of which is known, where they are called,
   * that it is they that run.
   */
  static boolean isLowerable(ExecutableElement method) {
    Set<Modifier> modifiers = method.getModifiers();
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    return method.getKind() == ElementKind.METHOD
        && !modifiers.contains(Modifier.ABSTRACT)
        && !modifiers.contains(Modifier.NATIVE)
        && method.getTypeParameters().isEmpty()
        && (modifiers.contains(Modifier.STATIC)
            || isFinal(method, owner) && owner.getTypeParameters().isEmpty());
  }

  /**
   * True where no other method can run in place of one: of a record, of an enum or a class that
   * nobody extends. One of an inner class has a second receiver.
   */
  private static boolean isFinal(ExecutableElement method, TypeElement owner) {
    Set<Modifier> modifiers = method.getModifiers();
    boolean isInner =
        owner.getNestingKind() != NestingKind.TOP_LEVEL
            && !owner.getModifiers().contains(Modifier.STATIC);
    return !isInner
        && !owner.getKind().isInterface()
        && !modifiers.contains(Modifier.SYNCHRONIZED)
        && (owner.getModifiers().contains(Modifier.FINAL)
            || modifiers.contains(Modifier.FINAL)
            || modifiers.contains(Modifier.PRIVATE));
  }

  /**
   * True for an instance method of a class that declares itself differentiable: what its fields
   * have to do with its derivative only its rules know.
   */
  boolean isOfValue(ExecutableElement method) {
    Element owner = method.getEnclosingElement();
    return !method.getModifiers().contains(Modifier.STATIC)
        && owner.getKind() != ElementKind.RECORD
        && types.of(owner.asType()).isValue();
  }

  /** True for the methods of the top-level class and of its member classes. */
  boolean isLocal(ExecutableElement method) {
    return isIn(topLevel, method.getEnclosingElement());
  }

  /** True where a class is the top-level class or a member, at any depth, of it. */
  static boolean isIn(TypeElement topLevel, Element owner) {
    Element e = owner;
    while (e instanceof TypeElement type && type.getNestingKind() == NestingKind.MEMBER) {
      e = e.getEnclosingElement();
    }
    return topLevel.equals(e);
  }

  /** True where an element carries the annotation of this name. */
  static boolean isMarked(Element element, String annotation) {
    return mark(element, annotation) != null;
  }

  /** The annotation of this name on an element; null where there is none. */
  static AnnotationMirror mark(Element element, String annotation) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
      if (type.getQualifiedName().contentEquals(annotation)) {
        return mirror;
      }
    }
    return null;
  }
}
