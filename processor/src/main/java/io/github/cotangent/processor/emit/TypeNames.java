package io.github.cotangent.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.github.cotangent.processor.ir.Type;
import java.util.List;

/** The names of types as JavaPoet wants them, so that it can import them. */
final class TypeNames {

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

  /** False where a local of this type can only be declared with {@code var}. */
  static boolean isDenotable(Type type) {
    return !(type.leaf() instanceof Type.ClassType c)
        || c.denotable() && c.arguments().stream().allMatch(TypeNames::isDenotable);
  }

  private static TypeName parameterized(Type.ClassType type) {
    if (type.arguments().isEmpty()) {
      return raw(type);
    }
    return ParameterizedTypeName.get(
        raw(type), type.arguments().stream().map(TypeNames::of).toArray(TypeName[]::new));
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
