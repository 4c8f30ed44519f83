package io.github.cotangent.processor.syntax;

import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.diagnostics.Problems;
import io.github.cotangent.processor.ir.Declaration.Visibility;
import io.github.cotangent.processor.ir.Origin;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** What the generated class, another class of the same package, can name. */
final class Access {

  private final Element home;
  private final Problems problems;

  /** Looks out from the package that a class is in. */
  Access(TypeElement topLevel, Problems problems) {
    this.home = topLevel.getEnclosingElement();
    this.problems = problems;
  }

  /**
   * True where a member, or a class around it, is private; but a class inside a method is carried
   * over with all its members.
   */
  static boolean isPrivate(Element element) {
    boolean isPrivate = false;
    for (Element e = element; e != null; e = e.getEnclosingElement()) {
      if (e instanceof TypeElement type && isInMethod(type)) {
        return false;
      }
      isPrivate |= e.getModifiers().contains(Modifier.PRIVATE);
    }
    return isPrivate;
  }

  private static boolean isInMethod(TypeElement type) {
    return type.getNestingKind() == NestingKind.LOCAL
        || type.getNestingKind() == NestingKind.ANONYMOUS;
  }

  /** How visible an element is declared. */
  static Visibility visibility(Element element) {
    Set<Modifier> modifiers = element.getModifiers();
    if (modifiers.contains(Modifier.PUBLIC)) {
      return Visibility.PUBLIC;
    }
    if (modifiers.contains(Modifier.PROTECTED)) {
      return Visibility.PROTECTED;
    }
    return modifiers.contains(Modifier.PRIVATE) ? Visibility.PRIVATE : Visibility.PACKAGE;
  }

  /** Reports a member that the generated class cannot name; true if there was nothing to say. */
  boolean checkMember(Element member, Origin at) {
    Optional<Element> hidden = hidden(member);
    hidden.ifPresent(e -> problems.report(ErrorId.PRIVATE_MEMBER, at, e.getSimpleName()));
    return hidden.isEmpty();
  }

  /** What the generated class cannot name of a member: itself, or a private class around it. */
  Optional<Element> hidden(Element member) {
    if (isPrivate(member)) {
      Element e = member;
      while (!e.getModifiers().contains(Modifier.PRIVATE)) {
        e = e.getEnclosingElement();
      }
      return Optional.of(e);
    }
    return isInherited(member) ? Optional.of(member) : Optional.empty();
  }

  /** True where only subclasses can name a member: the generated class is none. */
  private boolean isInherited(Element member) {
    boolean isProtected = false;
    Element e = member;
    for (; e != null && e.getKind() != ElementKind.PACKAGE; e = e.getEnclosingElement()) {
      isProtected |= e.getModifiers().contains(Modifier.PROTECTED);
    }
    return isProtected && !home.equals(e);
  }

  /** A private class within a type; classes inside methods are carried over as text. */
  Optional<TypeElement> privateClass(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return privateClass(array.getComponentType());
    }
    if (!(type instanceof DeclaredType declared)) {
      return Optional.empty();
    }
    TypeElement element = (TypeElement) declared.asElement();
    if (element.getNestingKind() == NestingKind.MEMBER && isPrivate(element)) {
      return Optional.of(element);
    }
    return declared.getTypeArguments().stream()
        .flatMap(argument -> privateClass(argument).stream())
        .findFirst();
  }
}
