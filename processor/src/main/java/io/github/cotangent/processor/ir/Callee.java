package io.github.cotangent.processor.ir;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The target of a call, resolved by javac.
 *
 * @param kind how the compiler treats the call
 * @param owner the class that declares the method
 * @param name the method's simple name
 * @param parameterTypes the declared types, erased; of an instance method that {@linkplain
 *     #takesSelf takes its receiver as an argument}, {@code self} comes first. A foreign
 *     variable-arity call passes its arguments as they stand, so there may be more of them than
 *     parameters
 * @param returnType the type of the call expression
 * @param isStatic false where the call has a receiver
 * @param constants indices of the parameters marked {@code @NonDifferentiable}, for {@link
 *     Kind#LOCAL} and {@link Kind#LINKED}, and of those that its rules have no derivative for, for
 *     {@link Kind#RULED}
 * @param parameterNames the names in the source, by which the generated records name their
 *     components, or those that the rules use; may be empty for other kinds than {@link
 *     Kind#LOCAL}, {@link Kind#LINKED} and {@link Kind#RULED}
 * @param linkage for {@link Kind#LINKED}: the base name of the generated members, such as {@code
 *     cubePlusX}; empty for all others
 * @param outputs for {@link Kind#LINKED}: the constants of {@code Differentiable.Output} that its
 *     annotation names, and {@link #SECOND_ORDER}; empty for all others
 * @param derivation for {@link Kind#RULED}; empty for all others
 */
public record Callee(
    Kind kind,
    Type.ClassType owner,
    String name,
    List<Type> parameterTypes,
    Type returnType,
    boolean isStatic,
    Set<Integer> constants,
    List<String> parameterNames,
    String linkage,
    Set<String> outputs,
    Optional<Derivation> derivation) {

  /** Among the outputs: the class generates what the second derivatives of callers need. */
  public static final String SECOND_ORDER = "SECOND_ORDER";

  public Callee {
    parameterTypes = List.copyOf(parameterTypes);
    constants = Set.copyOf(constants);
    parameterNames = List.copyOf(parameterNames);
    outputs = Set.copyOf(outputs);
  }

  /** A callee without constant parameters and without a generated linkage. */
  public Callee(
      Kind kind,
      Type.ClassType owner,
      String name,
      List<Type> parameterTypes,
      Type returnType,
      boolean isStatic) {
    this(
        kind,
        owner,
        name,
        parameterTypes,
        returnType,
        isStatic,
        Set.of(),
        List.of(),
        "",
        Set.of(),
        Optional.empty());
  }

  /** True where a receiver is the first of the arguments. */
  public boolean takesSelf() {
    return kind.takesSelf() && !isStatic;
  }

  /** True for a method of Cotangent's own runtime: of a tape, say, or of what finds adjoints. */
  public boolean isOfRuntime() {
    return owner.packageName().equals("io.github.cotangent.runtime");
  }

  /** The same method, treated in another way. */
  public Callee as(Kind other) {
    return new Callee(
        other,
        owner,
        name,
        parameterTypes,
        returnType,
        isStatic,
        constants,
        parameterNames,
        linkage,
        outputs,
        derivation);
  }

  /** The same method with these parameters among its constants. */
  public Callee withConstants(Set<Integer> more) {
    Set<Integer> all = new LinkedHashSet<>(constants);
    all.addAll(more);
    return new Callee(
        kind,
        owner,
        name,
        parameterTypes,
        returnType,
        isStatic,
        all,
        parameterNames,
        linkage,
        outputs,
        derivation);
  }

  /** The same method with its parameters called so. */
  public Callee named(List<String> names) {
    return new Callee(
        kind,
        owner,
        name,
        parameterTypes,
        returnType,
        isStatic,
        constants,
        names,
        linkage,
        outputs,
        derivation);
  }

  /** The same method with this derivation. */
  public Callee with(Derivation other) {
    return new Callee(
        kind,
        owner,
        name,
        parameterTypes,
        returnType,
        isStatic,
        constants,
        parameterNames,
        linkage,
        outputs,
        Optional.of(other));
  }

  /** True where the parameter of this index has an adjoint. */
  public boolean differentiates(int parameter) {
    return parameterTypes.get(parameter).isDifferentiable() && !constants.contains(parameter);
  }

  /**
   * True where methods with these types are linked by their value and gradient, and not by a pair:
   * where they take and give numbers.
   */
  public static boolean isByValue(List<Type> parameters, Type result) {
    return result.isScalar() && parameters.stream().noneMatch(Callee::holdsArray);
  }

  private static boolean holdsArray(Type type) {
    return type instanceof Type.Array
        || type.isValue()
        || type instanceof Type.Record r
            && r.components().stream().anyMatch(c -> holdsArray(c.type()));
  }

  /** What the compiler knows of a callee. */
  public enum Kind {
    /** A method of {@code Math} or {@code StrictMath}: {@code rules} decides. */
    MATH,
    /**
     * {@code a.clone()}, {@code System.arraycopy}, {@code Arrays.fill}, {@code Arrays.copyOf},
     * {@code Arrays.copyOfRange}: known to the transforms, on arrays of every type.
     */
    ARRAY,
    /**
     * A method with a body in the same top-level class: differentiated on demand. A record's
     * instance method takes its receiver as the first argument, {@code self}.
     */
    LOCAL,
    /** A {@code @Differentiable} method of another class: its generated linkage is called. */
    LINKED,
    /** A method with a hand-written derivative. */
    RULED,
    /** A method marked {@code @NonDifferentiable}: its result is a constant. */
    CONSTANT,
    /** A listed place where an active value may end: printing, string conversion, logging. */
    SINK,
    /** Anything else: no derivative is known. */
    FOREIGN,
    /**
     * Made by the compiler: a runtime or generated method in adjoint code. Never differentiated.
     */
    GENERATED;

    /** True where the receiver of an instance method is the first of the arguments. */
    public boolean takesSelf() {
      return this == LOCAL || this == LINKED || this == RULED;
    }
  }

  /** The name tells most methods apart; to hash the rest would take longer than to compare it. */
  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** Identifies a method among all methods: owner, name and erased parameter types. */
  public String key() {
    return key(owner, name, parameterTypes);
  }

  static String key(Type.ClassType owner, String name, List<Type> parameterTypes) {
    StringBuilder key = new StringBuilder(owner.canonicalName()).append('.').append(name);
    String separator = "[";
    for (Type type : parameterTypes) {
      key.append(separator).append(erased(type));
      separator = ", ";
    }
    return key.append(parameterTypes.isEmpty() ? "[]" : "]").toString();
  }

  private static Type erased(Type type) {
    if (type instanceof Type.Array a) {
      return new Type.Array(erased(a.element()));
    }
    return type instanceof Type.ClassType c && !c.arguments().isEmpty()
        ? new Type.ClassType(c.packageName(), c.simpleNames(), List.of(), true)
        : type;
  }
}
