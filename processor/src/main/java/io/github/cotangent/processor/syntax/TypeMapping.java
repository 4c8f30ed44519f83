package io.github.cotangent.processor.syntax;

import com.sun.source.util.Trees;
import io.github.cotangent.processor.ir.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** javac's types to those of the IR; here it is decided which records can hold an adjoint. */
final class TypeMapping {

  private static final Type.ClassType OBJECT =
      new Type.ClassType("java.lang", List.of("Object"), List.of(), true);

  private static final String CONTRACT = "io.github.cotangent.DifferentiableType";

  private final Elements elements;
  private final Types types;
  private final Trees trees;
  private final RecordTrust trust;
  private final RecordConstants constants;
  private final Map<TypeElement, Optional<Type.Record>> records = new HashMap<>();
  private final Map<TypeElement, Optional<Type.ClassType>> accumulators = new HashMap<>();
  private final Deque<TypeElement> open = new ArrayDeque<>();

  TypeMapping(Elements elements, Types types, Trees trees, CompiledClasses compiled) {
    this.elements = elements;
    this.types = types;
    this.trees = trees;
    this.trust = new RecordTrust(elements, trees, compiled);
    this.constants = new RecordConstants(trees);
  }

  /** The IR's type for one of javac's. */
  Type of(TypeMirror mirror) {
    TypeKind kind = mirror.getKind();
    if (kind.isPrimitive()) {
      return new Type.Primitive(Type.Kind.valueOf(kind.name()));
    }
    return switch (kind) {
      case VOID -> Type.VOID;
      case NULL -> OBJECT;
      case ARRAY -> new Type.Array(of(((ArrayType) mirror).getComponentType()));
      case DECLARED -> declared((DeclaredType) mirror);
      case TYPEVAR -> typeVariable((TypeVariable) mirror);
      case WILDCARD -> wildcard((WildcardType) mirror);
      case ERROR -> throw new UnresolvedTypeException(mirror.toString());
      default -> new Type.ClassType("", List.of(mirror.toString()), List.of(), false);
    };
  }

  /** The erased type, as callees are identified by it. */
  Type erased(TypeMirror mirror) {
    return of(types.erasure(mirror));
  }

  private Type declared(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    Optional<Type.ClassType> accumulator = accumulator(element);
    if (accumulator.isPresent()) {
      Type.ClassType name = className(element);
      return new Type.ClassType(
          name.packageName(), name.simpleNames(), List.of(), true, accumulator);
    }
    Optional<Type.Record> record = record(element);
    if (record.isPresent()) {
      return record.get();
    }
    List<Type> arguments = new ArrayList<>();
    boolean isInMethod = isInMethod(element);
    boolean denotable = !isInMethod;
    for (TypeMirror argument : type.getTypeArguments()) {
      Type mapped = of(argument);
      arguments.add(mapped);
      denotable &= !(mapped instanceof Type.ClassType c) || c.denotable();
    }
    Type.ClassType name = className(element);
    String inPackage = isInMethod ? "" : name.packageName(); // There, no import leads to it.
    return new Type.ClassType(inPackage, name.simpleNames(), arguments, denotable);
  }

  /** True for a class inside a method, which has no name outside, and for a member of such. */
  private static boolean isInMethod(TypeElement element) {
    NestingKind nesting = element.getNestingKind();
    return nesting == NestingKind.ANONYMOUS
        || nesting == NestingKind.LOCAL
        || nesting == NestingKind.MEMBER && isInMethod((TypeElement) element.getEnclosingElement());
  }

  /** What adjoints are collected in, of a class that says itself that it is differentiable. */
  private Optional<Type.ClassType> accumulator(TypeElement element) {
    Optional<Type.ClassType> known = accumulators.get(element);
    if (known != null) {
      return known;
    }
    accumulators.put(element, Optional.empty()); // While its supertypes are looked at.
    Optional<Type.ClassType> found =
        element.getTypeParameters().isEmpty() ? contract(element) : Optional.empty();
    accumulators.put(element, found);
    return found;
  }

  private Optional<Type.ClassType> contract(TypeElement element) {
    Deque<TypeMirror> open = new ArrayDeque<>(types.directSupertypes(element.asType()));
    while (!open.isEmpty()) {
      DeclaredType type = (DeclaredType) open.remove();
      if (((TypeElement) type.asElement()).getQualifiedName().contentEquals(CONTRACT)) {
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        boolean isPlain =
            arguments.size() == 2
                && types.isSameType(arguments.get(0), element.asType())
                && arguments.get(1) instanceof DeclaredType a
                && a.getTypeArguments().isEmpty();
        return isPlain
            ? Optional.of(className((TypeElement) types.asElement(arguments.get(1))))
            : Optional.empty();
      }
      open.addAll(types.directSupertypes(type));
    }
    return Optional.empty();
  }

  private Type typeVariable(TypeVariable variable) {
    boolean captured = types.asElement(variable).getSimpleName().toString().startsWith("<");
    return new Type.ClassType("", List.of(variable.toString()), List.of(), !captured);
  }

  /** Wildcards stand in type arguments only, as text: {@code ? extends java.lang.Number}. */
  private Type wildcard(WildcardType type) {
    String text = "?";
    if (type.getExtendsBound() != null) {
      text = "? extends " + of(type.getExtendsBound());
    } else if (type.getSuperBound() != null) {
      text = "? super " + of(type.getSuperBound());
    }
    return new Type.ClassType("", List.of(text), List.of(), true);
  }

  /** True for what is compiled from source now, false for what comes from a class file. */
  boolean hasSource(Element element) {
    return trees.getTree(element) != null;
  }

  /** True for a constant that is a record, and neither null nor with null in it. */
  boolean isWhole(VariableElement field) {
    return constants.isWhole(field);
  }

  /** True where a class is the other one, or has its members from there. */
  boolean inherits(TypeElement heir, TypeElement from) {
    return types.isSubtype(types.erasure(heir.asType()), types.erasure(from.asType()));
  }

  /** True for an exception that callers must handle or declare. */
  boolean isChecked(TypeMirror exception) {
    return Stream.of("java.lang.RuntimeException", "java.lang.Error")
        .map(name -> elements.getTypeElement(name).asType())
        .noneMatch(unchecked -> types.isSubtype(exception, unchecked));
  }

  /** The name of a class, without type arguments. */
  Type.ClassType className(TypeElement element) {
    List<String> names = new ArrayList<>();
    for (Element e = element; e instanceof TypeElement; e = e.getEnclosingElement()) {
      names.add(0, e.getSimpleName().toString());
    }
    PackageElement inPackage = elements.getPackageOf(element);
    return new Type.ClassType(inPackage.getQualifiedName().toString(), names, List.of(), true);
  }

  /** The record type of a class that can hold an adjoint; empty for all others. */
  Optional<Type.Record> record(TypeElement element) {
    if (element.getKind() != ElementKind.RECORD || accumulator(element).isPresent()) {
      return Optional.empty();
    }
    Optional<Type.Record> known = records.get(element);
    if (known != null) {
      return known;
    }
    if (open.contains(element)) {
      // Recursive: every record on the way round is.
      records.put(element, Optional.empty());
      return Optional.empty();
    }
    open.push(element);
    Optional<Type.Record> mapped = structure(element);
    open.pop();
    records.putIfAbsent(element, mapped);
    return records.get(element);
  }

  private Optional<Type.Record> structure(TypeElement element) {
    List<Type.Component> components = new ArrayList<>();
    boolean trusted = trust.objection(element).isEmpty();
    for (RecordComponentElement c : componentsOf(element)) {
      Type type = of(c.asType());
      components.add(new Type.Component(c.getSimpleName().toString(), type));
      trusted &= distrust(c.asType()).isEmpty();
    }
    return trusted
        ? Optional.of(new Type.Record(className(element), components))
        : Optional.empty();
  }

  private static List<RecordComponentElement> componentsOf(TypeElement element) {
    return ElementFilter.recordComponentsIn(element.getEnclosedElements());
  }

  /**
   * Why a record that holds doubles or floats cannot hold an adjoint; empty for one that can, and
   * for all types that would not have to.
   */
  Optional<RecordTrust.Objection> distrust(TypeMirror mirror) {
    TypeElement element = recordOf(mirror);
    if (element == null
        || accumulator(element).isPresent()
        || record(element).isPresent()
        || !holdsNumbers(element, new HashSet<>())) {
      return Optional.empty();
    }
    Optional<RecordTrust.Objection> own = trust.objection(element);
    if (own.isPresent()) {
      return own;
    }
    return contains(element, element, new HashSet<>())
        ? RecordTrust.objection(
            "it contains itself",
            "Keep such records in an array, and in each of them the indices of others.")
        : RecordTrust.objection(
            "it contains a record that cannot", "Make that one a record that can.");
  }

  private static boolean contains(TypeElement record, TypeElement inner, Set<TypeElement> seen) {
    for (RecordComponentElement c : componentsOf(record)) {
      TypeElement part = recordOf(c.asType());
      boolean isFound =
          part != null && (part.equals(inner) || seen.add(part) && contains(part, inner, seen));
      if (isFound) {
        return true;
      }
    }
    return false;
  }

  private static TypeElement recordOf(TypeMirror mirror) {
    TypeMirror leaf = mirror;
    while (leaf.getKind() == TypeKind.ARRAY) {
      leaf = ((ArrayType) leaf).getComponentType();
    }
    return leaf.getKind() == TypeKind.DECLARED
            && ((DeclaredType) leaf).asElement() instanceof TypeElement element
            && element.getKind() == ElementKind.RECORD
        ? element
        : null;
  }

  private boolean holdsNumbers(TypeElement record, Set<TypeElement> seen) {
    if (!seen.add(record)) {
      return false;
    }
    for (RecordComponentElement c : componentsOf(record)) {
      TypeElement inner = recordOf(c.asType());
      if (inner == null ? of(c.asType()).isDifferentiable() : holdsNumbers(inner, seen)) {
        return true;
      }
    }
    return false;
  }

  /** True where a method is the accessor of a component of a trusted record. */
  boolean isAccessor(ExecutableElement method) {
    return method.getParameters().isEmpty()
        && method.getEnclosingElement() instanceof TypeElement owner
        && record(owner).isPresent()
        && record(owner).get().components().stream()
            .anyMatch(c -> method.getSimpleName().contentEquals(c.name()));
  }
}
