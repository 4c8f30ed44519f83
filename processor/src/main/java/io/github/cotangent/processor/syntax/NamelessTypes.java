package io.github.cotangent.processor.syntax;

import javax.lang.model.SourceVersion;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;

/**
 * Tells which types cannot be written down: those of anonymous classes, what a wildcard stands for
 * in one expression ({@code capture of ?}), and types of these.
 */
final class NamelessTypes extends SimpleTypeVisitor14<Boolean, Void> {

  private NamelessTypes() {
    super(false);
  }

  /** True for such a type. */
  static boolean contains(TypeMirror type) {
    return type.accept(new NamelessTypes(), null);
  }

  /** What a wildcard stands for has no declaration, and so no name that is an identifier. */
  @Override
  public Boolean visitTypeVariable(TypeVariable type, Void unused) {
    String name = type.asElement().getSimpleName().toString();
    return !SourceVersion.isIdentifier(name);
  }

  @Override
  public Boolean visitDeclared(DeclaredType type, Void unused) {
    TypeElement element = (TypeElement) type.asElement();
    return element.getNestingKind() == NestingKind.ANONYMOUS
        || type.getTypeArguments().stream().anyMatch(t -> t.accept(this, null))
        || type.getEnclosingType().getKind() != TypeKind.NONE
            && type.getEnclosingType().accept(this, null);
  }

  @Override
  public Boolean visitArray(ArrayType type, Void unused) {
    return type.getComponentType().accept(this, null);
  }

  @Override
  public Boolean visitWildcard(WildcardType type, Void unused) {
    return type.getExtendsBound() != null && type.getExtendsBound().accept(this, null)
        || type.getSuperBound() != null && type.getSuperBound().accept(this, null);
  }
}
