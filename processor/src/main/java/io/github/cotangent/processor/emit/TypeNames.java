package io.github.cotangent.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import io.github.cotangent.processor.ir.Type;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** The names of types as JavaPoet wants them, so that it can import them. */
final class TypeNames {

  /** A top-level class in a package, both named as is usual. */
  private static final Pattern BOUND =
      Pattern.compile("\\? (extends|super) ([a-z]\\w*(?:\\.[a-z]\\w*)*)\\.([A-Z]\\w*)");

  private TypeNames() {}

  /** The name of a type with its type arguments. */
  static TypeName of(Type type) {
    if (type instanceof Type.Primitive p) {
      return primitive(p.kind());
    }
    if (type instanceof Type.Void) {
      return TypeName.VOID;
    }
    if (type instanceof Type.Array a) {
      return ArrayTypeName.of(of(a.element()));
    }
    if (type instanceof Type.Record r) {
      return raw(r.name());
    }
    return parameterized((Type.ClassType) type);
  }

  /** The name of a class without type arguments. */
  static ClassName raw(Type.ClassType type) {
    List<String> names = type.simpleNames();
    return ClassName.get(
        type.packageName(), names.get(0), names.subList(1, names.size()).toArray(String[]::new));
  }

  /** The innermost element of an array without type arguments: {@code new List[n]}. */
  static TypeName leafOf(Type.Array array) {
    Type leaf = array.leaf();
    return leaf instanceof Type.ClassType c ? raw(c) : of(leaf);
  }

  /**
   * False where a local of this type can only be declared with {@code var}. A class inside the
   * method has a name there.
   */
  static boolean isDenotable(Type type) {
    return !(type.leaf() instanceof Type.ClassType c)
        || (c.denotable() || isInMethod(c) || !c.arguments().isEmpty())
            && c.arguments().stream().allMatch(TypeNames::isDenotable);
  }

  private static boolean isInMethod(Type.ClassType c) {
    return c.packageName().isEmpty()
        && c.simpleNames().stream().allMatch(SourceVersion::isIdentifier);
  }

  private static TypeName parameterized(Type.ClassType type) {
    if (type.simpleNames().get(0).startsWith("?")) {
      return wildcard(type.simpleNames().get(0));
    }
    if (type.arguments().isEmpty()) {
      return raw(type);
    }
    return ParameterizedTypeName.get(
        raw(type), type.arguments().stream().map(TypeNames::of).toArray(TypeName[]::new));
  }

  /** A type argument that is only known as text; a simple bound can still be imported. */
  private static TypeName wildcard(String text) {
    Matcher bound = BOUND.matcher(text);
    if (!bound.matches()) {
      return TypeVariableName.get(text);
    }
    ClassName name = ClassName.get(bound.group(2), bound.group(3));
    return bound.group(1).equals("super")
        ? WildcardTypeName.supertypeOf(name)
        : WildcardTypeName.subtypeOf(name);
  }

  private static TypeName primitive(Type.Kind kind) {
    return switch (kind) {
      case BOOLEAN -> TypeName.BOOLEAN;
      case BYTE -> TypeName.BYTE;
      case SHORT -> TypeName.SHORT;
      case CHAR -> TypeName.CHAR;
      case INT -> TypeName.INT;
      case LONG -> TypeName.LONG;
      case FLOAT -> TypeName.FLOAT;
      case DOUBLE -> TypeName.DOUBLE;
    };
  }
}
