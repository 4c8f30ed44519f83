package io.github.cotangent.processor.cases;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes cases out of what was generated for others: the gradient class is the input, its gradients
 * are annotated, and run where the primals are.
 *
 * <p>Left out are gradients that use the runtime's own types, in themselves or in what they call:
 * maps of shadows, copies and growing tapes are not in the language.
 */
final class FedBack {

  private static final String RUNTIME = "io.github.cotangent.runtime.";

  private final CaseFolder original;
  private final CompilationUnit primal;
  private final CompilationUnit unit;
  private final Set<String> runtime;
  private final List<MethodDeclaration> annotated = new ArrayList<>();

  private FedBack(CaseFolder original, CompilationUnit primal, CompilationUnit unit) {
    this.original = original;
    this.primal = primal;
    this.unit = unit;
    this.runtime =
        unit.getImports().stream()
            .map(ImportDeclaration::getNameAsString)
            .filter(name -> name.startsWith(RUNTIME))
            .map(name -> name.substring(RUNTIME.length()))
            .collect(Collectors.toSet());
  }

  /** The cases that can be fed back, written under a directory. */
  static List<CaseFolder> of(List<CaseFolder> cases, Path directory) {
    List<CaseFolder> out = new ArrayList<>();
    for (CaseFolder c : cases) {
      Path golden = c.folder().resolve("Expected.java");
      boolean isOne = c.goldens().equals(List.of(golden)) && c.sources().size() == 1;
      // JavaParser prints no unicode escapes.
      if (isOne && !CaseFolder.text(c.sources().get(0)).contains("\\u")) {
        FedBack fedBack = new FedBack(c, parse(c.sources().get(0)), parse(golden));
        CaseFolder fed = fedBack.write(directory.resolve(c.name()));
        if (!fed.points().isEmpty()) {
          out.add(fed);
        }
      }
    }
    return out;
  }

  private static CompilationUnit parse(Path file) {
    ParserConfiguration java17 =
        new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17);
    return new JavaParser(java17).parse(CaseFolder.text(file)).getResult().orElseThrow();
  }

  private CaseFolder write(Path folder) {
    List<CaseFolder.Point> points = new ArrayList<>();
    for (CaseFolder.Point p : original.points()) {
      if (!p.refused() && p.owner().equals("Input") && annotate(p.method())) {
        points.add(
            new CaseFolder.Point(
                p.text(), p.statements(), "dInput", gradient(p.method()), p.arguments(), false));
      }
    }
    for (CompilationUnit source : List.of(primal, unit)) {
      source.findAll(AnnotationExpr.class).stream()
          .filter(a -> Set.of("Generated", "Differentiable").contains(a.getNameAsString()))
          .forEach(Node::remove);
    }
    annotated.forEach(m -> m.addAnnotation("io.github.cotangent.Differentiable"));
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("Input.java"), primal.toString());
      Files.writeString(folder.resolve("dInput.java"), unit.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new CaseFolder(
        folder,
        original.name(),
        points,
        List.of(),
        points.isEmpty(),
        original.tolerance(),
        original.step());
  }

  private static String gradient(String method) {
    return "d" + method.substring(0, 1).toUpperCase() + method.substring(1);
  }

  /** Marks a method's gradient for annotation, where it is in the language; constants stay so. */
  private boolean annotate(String method) {
    List<MethodDeclaration> of = primal.getType(0).getMethodsByName(method);
    List<MethodDeclaration> found = unit.getType(0).getMethodsByName(gradient(method));
    boolean isOne = of.size() == 1 && found.size() == 1 && of.get(0).isStatic();
    if (!isOne || !isPlain(found.get(0), new HashSet<>())) {
      return false;
    }
    MethodDeclaration dF = found.get(0);
    if (!annotated.contains(dF)) {
      annotated.add(dF);
      for (int i = 0; i < dF.getParameters().size(); i++) {
        if (of.get(0).getParameter(i).isAnnotationPresent("NonDifferentiable")) {
          dF.getParameter(i).addAnnotation("io.github.cotangent.NonDifferentiable");
        }
      }
    }
    return true;
  }

  private boolean isPlain(MethodDeclaration method, Set<String> seen) {
    if (!seen.add(method.getNameAsString())) {
      return true;
    }
    boolean usesRuntime =
        method.findAll(ClassOrInterfaceType.class).stream()
                .map(NodeWithSimpleName::getNameAsString)
                .anyMatch(runtime::contains)
            || method.findAll(NameExpr.class).stream()
                .map(NodeWithSimpleName::getNameAsString)
                .anyMatch(runtime::contains);
    return !usesRuntime
        && method.findAll(MethodCallExpr.class).stream()
            .flatMap(call -> unit.getType(0).getMethodsByName(call.getNameAsString()).stream())
            .allMatch(callee -> isPlain(callee, seen));
  }
}
