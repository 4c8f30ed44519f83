package io.github.cotangent.processor.syntax;

import com.github.javaparser.ast.body.MethodDeclaration;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Declaration.Visibility;
import io.github.cotangent.processor.ir.Type;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Pairs the methods of a class in the JavaParser tree with javac's. */
final class Members {

  private final ClassContext in;

  Members(ClassContext in) {
    this.in = in;
  }

  /** Fills in the methods by key, and the classes; both in source order. */
  void collect(Map<String, SourceClass.Entry> methods, Map<Type.ClassType, Visibility> classes) {
    collectClasses(in.topLevel(), classes);
    for (MethodDeclaration declaration : in.file().tree().findAll(MethodDeclaration.class)) {
      ExecutableElement element = in.oracle().method(declaration);
      if (element != null && Callees.isIn(in.topLevel(), element.getEnclosingElement())) {
        methods.put(key(element), new SourceClass.Entry(declaration, element));
      }
    }
  }

  private void collectClasses(TypeElement type, Map<Type.ClassType, Visibility> classes) {
    classes.put(in.types().className(type), Access.visibility(type));
    type.getEnclosedElements().stream()
        .filter(TypeElement.class::isInstance)
        .forEach(member -> collectClasses((TypeElement) member, classes));
  }

  private String key(ExecutableElement element) {
    Callee callee = in.callees().of(element, Type.VOID);
    return callee.key();
  }
}
