package io.github.cotangent.processor.ir;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A Java type, as far as the compiler must know it. */
public sealed interface Type {

  Type BOOLEAN = new Primitive(Kind.BOOLEAN);
  Type BYTE = new Primitive(Kind.BYTE);
  Type SHORT = new Primitive(Kind.SHORT);
  Type CHAR = new Primitive(Kind.CHAR);
  Type INT = new Primitive(Kind.INT);
  Type LONG = new Primitive(Kind.LONG);
  Type FLOAT = new Primitive(Kind.FLOAT);
  Type DOUBLE = new Primitive(Kind.DOUBLE);
  Type VOID = new Void();
  Type STRING = new ClassType("java.lang", List.of("String"), List.of(), true);

  /** The primitive types, in the order of widening for the numeric ones. */
  enum Kind {
    BOOLEAN,
    BYTE,
    SHORT,
    CHAR,
    INT,
    LONG,
    FLOAT,
    DOUBLE;

    private final String keyword = name().toLowerCase(Locale.ROOT);

    /** The Java keyword. */
    public String keyword() {
      return keyword;
    }
  }

  /** A primitive type. */
  record Primitive(Kind kind) implements Type {
    @Override
    public boolean equals(Object other) {
      return other instanceof Primitive p && p.kind == kind;
    }

    @Override
    public int hashCode() {
      return kind.ordinal();
    }

    @Override
    public String toString() {
      return kind.keyword();
    }
  }

  /** The type of a method without a result. */
  record Void() implements Type {
    @Override
    public String toString() {
      return "void";
    }
  }

  /** An array; {@code double[][]} is an array of an array. */
  record Array(Type element) implements Type {
    @Override
    public String toString() {
      return element + "[]";
    }
  }

  /**
   * A record whose canonical constructor and accessors are the implicit ones, not generic and not
   * recursive: it can hold an adjoint. All other records are plain {@link ClassType}s.
   *
   * @param name the class
   * @param components in order of declaration
   */
  record Record(ClassType name, List<Component> components) implements Type {
    public Record {
      components = List.copyOf(components);
    }

    /** The component of this name. */
    public Component component(String componentName) {
      return components.stream()
          .filter(c -> c.name().equals(componentName))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException(this + " has no " + componentName));
    }

    @Override
    public String toString() {
      return name.toString();
    }
  }

  /** A component of a {@link Record}. */
  record Component(String name, Type type) {}

  /**
   * Any other reference type; differentiable only if it says so itself, by implementing {@code
   * DifferentiableType}.
   *
   * @param packageName the package, empty for the unnamed one (and for a type variable, and a class
   *     inside a method)
   * @param simpleNames the names from the top-level class inwards
   * @param arguments the type arguments
   * @param denotable false where the type cannot be written everywhere in source (wildcard
   *     captures, intersections, classes inside a method)
   * @param accumulator of a differentiable type, what its adjoints are collected in
   */
  record ClassType(
      String packageName,
      List<String> simpleNames,
      List<Type> arguments,
      boolean denotable,
      Optional<ClassType> accumulator)
      implements Type {
    /** A type that is not differentiable. */
    public ClassType(
        String packageName, List<String> simpleNames, List<Type> arguments, boolean denotable) {
      this(packageName, simpleNames, arguments, denotable, Optional.empty());
    }

    public ClassType {
      simpleNames = List.copyOf(simpleNames);
      arguments = List.copyOf(arguments);
    }

    /** Much of a type need not be hashed: classes of one name are nearly always the same. */
    @Override
    public int hashCode() {
      return simpleNames.hashCode();
    }

    /** The canonical name without type arguments. */
    public String canonicalName() {
      String inner = String.join(".", simpleNames);
      return packageName.isEmpty() ? inner : packageName + "." + inner;
    }

    /** The name without its package and the classes around it. */
    public String simpleName() {
      return simpleNames.get(simpleNames.size() - 1);
    }

    /** A class inside of this one. */
    public ClassType nested(String name) {
      List<String> path = new ArrayList<>(simpleNames);
      path.add(name);
      return new ClassType(packageName, path, List.of(), true);
    }

    @Override
    public String toString() {
      return canonicalName()
          + (arguments.isEmpty()
              ? ""
              : arguments.stream().map(Type::toString).collect(Collectors.joining(", ", "<", ">")));
    }
  }

  /** True for {@code double} and {@code float}, the only types of single derivatives. */
  default boolean isScalar() {
    return this instanceof Primitive p && (p.kind() == Kind.DOUBLE || p.kind() == Kind.FLOAT);
  }

  /** True for a primitive type other than boolean. */
  default boolean isNumeric() {
    return this instanceof Primitive p && p.kind() != Kind.BOOLEAN;
  }

  /** True for the numeric types other than {@code double} and {@code float}. */
  default boolean isIntegral() {
    return isNumeric() && !isScalar();
  }

  /** True for every type but the primitive ones and void. */
  default boolean isReference() {
    return !(this instanceof Primitive) && !(this instanceof Void);
  }

  /** True where a value of this type can carry a derivative. */
  default boolean isDifferentiable() {
    return holdsDifferentiableArray() || holdsScalar();
  }

  /**
   * True where a value of this type is, or contains in a record, a differentiable array or a value
   * of a type that {@link #isValue}: what is shared by reference and has a shadow.
   */
  default boolean holdsDifferentiableArray() {
    if (this instanceof Array a) {
      return a.leaf().isDifferentiable();
    }
    return isValue()
        || this instanceof Record r
            && r.components().stream().anyMatch(c -> c.type().holdsDifferentiableArray());
  }

  /** The types of all arrays that a value of this type leads to. */
  default Set<Type> arrayTypes() {
    Set<Type> types = new HashSet<>();
    if (this instanceof Array a) {
      types.add(a);
      types.addAll(a.element().arrayTypes());
    } else if (this instanceof Record r) {
      r.components().forEach(c -> types.addAll(c.type().arrayTypes()));
    }
    return types;
  }

  /**
   * True where a value of this type is, or contains in a record, an array of what is shared by
   * reference: its elements may be exchanged, and their shadows with them.
   */
  default boolean holdsRows() {
    if (this instanceof Record r) {
      return r.components().stream().anyMatch(c -> c.type().holdsRows());
    }
    return this instanceof Array a && (a.rank() > 1 || a.leaf().holdsDifferentiableArray());
  }

  /**
   * True where a value of this type is, or contains in a record, a scalar that is copied with it:
   * its adjoint is returned, not accumulated in place.
   */
  default boolean holdsScalar() {
    return isScalar()
        || this instanceof Record r
            && r.components().stream().anyMatch(c -> c.type().holdsScalar());
  }

  /**
   * True for an immutable type that says itself that it is differentiable: its adjoints are kept by
   * the identity of its values.
   */
  default boolean isValue() {
    return this instanceof ClassType c && c.accumulator().isPresent();
  }

  /** True where a value of this type is, or contains, one of a type that {@link #isValue}. */
  default boolean holdsValue() {
    if (this instanceof Record r) {
      return r.components().stream().anyMatch(c -> c.type().holdsValue());
    }
    return this instanceof Array a ? a.leaf().holdsValue() : isValue();
  }

  /**
   * True where a value of this type is, or leads to, numbers whose adjoints have a place of their
   * own: in a variable, an array, or a record in an array. All else that is differentiable are
   * values, whose adjoints are kept by identity, and what leads to nothing else.
   */
  default boolean holdsNumbers() {
    if (this instanceof Record r) {
      return r.components().stream().anyMatch(c -> c.type().holdsNumbers());
    }
    return this instanceof Array a ? a.leaf().holdsNumbers() : isScalar();
  }

  /** The type of the adjoint that is accumulated in place for a value of this type. */
  default Type adjoint() {
    if (this instanceof Array a) {
      return new Array(a.element().adjoint());
    }
    return isValue() ? ((ClassType) this).accumulator().orElseThrow() : this;
  }

  /** The number of array dimensions, 0 for all else. */
  default int rank() {
    return this instanceof Array a ? 1 + a.element().rank() : 0;
  }

  /** The type of the innermost elements of an array; the type itself for all else. */
  default Type leaf() {
    return this instanceof Array a ? a.element().leaf() : this;
  }

  /** The primitive type inside a box ({@code Double}); every other type is itself. */
  default Type unboxed() {
    if (!(this instanceof ClassType c)) {
      return this;
    }
    return switch (c.canonicalName()) {
      case "java.lang.Boolean" -> BOOLEAN;
      case "java.lang.Byte" -> BYTE;
      case "java.lang.Short" -> SHORT;
      case "java.lang.Character" -> CHAR;
      case "java.lang.Integer" -> INT;
      case "java.lang.Long" -> LONG;
      case "java.lang.Float" -> FLOAT;
      case "java.lang.Double" -> DOUBLE;
      default -> this;
    };
  }

  /** The binary numeric promotion of two numeric types (JLS 5.6). */
  static Type promote(Type left, Type right) {
    if (left.equals(DOUBLE) || right.equals(DOUBLE)) {
      return DOUBLE;
    }
    if (left.equals(FLOAT) || right.equals(FLOAT)) {
      return FLOAT;
    }
    return left.equals(LONG) || right.equals(LONG) ? LONG : INT;
  }
}
