package io.github.cotangent.processor.cases;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
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
  private final CompilationUnit unit;
  private final Set<String> runtime;
  private final List<String> annotated = new ArrayList<>();

  private FedBack(CaseFolder original, CompilationUnit unit) {
    this.original = original;
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
    ParserConfiguration java17 =
        new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17);
    List<CaseFolder> out = new ArrayList<>();
    for (CaseFolder c : cases) {
      Path golden = c.folder().resolve("Expected.java");
      if (c.sources().size() == 1 && Files.exists(golden)) {
        String text = CaseFolder.text(golden);
        CompilationUnit unit = new JavaParser(java17).parse(text).getResult().orElseThrow();
        CaseFolder fed = new FedBack(c, unit).write(directory.resolve(c.name()));
        if (!fed.points().isEmpty()) {
          out.add(fed);
        }
      }
    }
    return out;
  }

  private CaseFolder write(Path folder) {
    List<CaseFolder.Point> points = new ArrayList<>();
    for (CaseFolder.Point p : original.points()) {
      String gradient = "d" + p.method().substring(0, 1).toUpperCase() + p.method().substring(1);
      if (!p.refused() && p.owner().equals("Input") && annotate(gradient)) {
        points.add(
            new CaseFolder.Point(
                p.text(), p.statements(), "dInput", gradient, p.arguments(), false));
      }
    }
    unit.findAll(com.github.javaparser.ast.expr.AnnotationExpr.class).stream()
        .filter(a -> a.getNameAsString().equals("Generated"))
        .forEach(Node::remove);
    String primal =
        CaseFolder.text(original.sources().get(0))
            .replaceAll("@Differentiable\\b(\\([^)]*\\))?", "");
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("Input.java"), primal);
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

  /** Annotates the gradient of this name, where it is in the language. */
  private boolean annotate(String gradient) {
    if (annotated.contains(gradient)) {
      return true;
    }
    List<MethodDeclaration> found = unit.getType(0).getMethodsByName(gradient);
    if (found.size() != 1 || !isPlain(found.get(0), new HashSet<>())) {
      return false;
    }
    found.get(0).addAnnotation("io.github.cotangent.Differentiable");
    annotated.add(gradient);
    return true;
  }

  private boolean isPlain(MethodDeclaration method, Set<String> seen) {
    if (!seen.add(method.getNameAsString())) {
      return true;
    }
    boolean usesRuntime =
        method.findAll(com.github.javaparser.ast.type.ClassOrInterfaceType.class).stream()
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
