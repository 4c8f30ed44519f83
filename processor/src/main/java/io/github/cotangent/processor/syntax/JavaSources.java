package io.github.cotangent.processor.syntax;

import com.sun.source.tree.LineMap;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.github.cotangent.processor.diagnostics.Explanation;
import io.github.cotangent.processor.diagnostics.Problem;
import io.github.cotangent.processor.diagnostics.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/** Opens the source of classes that javac is compiling. */
public final class JavaSources {

  private final Trees trees;
  private final Elements elements;
  private final Types types;
  private final CompiledClasses compiled;

  /** Works on one compilation, of which all classes have sources. */
  public JavaSources(Trees trees, Elements elements, Types types) {
    this(trees, elements, types, type -> Optional.empty());
  }

  private JavaSources(Trees trees, Elements elements, Types types, CompiledClasses compiled) {
    this.trees = trees;
    this.elements = elements;
    this.types = types;
    this.compiled = compiled;
  }

  /**
   * Works within an annotation processor. This is the one place of the package that sees the
   * processing API: javac gives its trees to nobody else.
   *
   * @throws IllegalArgumentException where the environment is not javac's
   */
  public static JavaSources of(ProcessingEnvironment javac, Elements elements, Types types) {
    return new JavaSources(
        Trees.instance(javac),
        elements,
        types,
        type -> classFile(type, javac.getFiler(), elements));
  }

  /**
   * Looks where javac has its classes from: of a named module, those of the module that is compiled
   * are where they were written the last time. Those on the module path cannot be asked for.
   */
  private static Optional<byte[]> classFile(TypeElement type, Filer filer, Elements elements) {
    StandardLocation place =
        elements.getModuleOf(type).isUnnamed()
            ? StandardLocation.CLASS_PATH
            : StandardLocation.CLASS_OUTPUT;
    String file = elements.getBinaryName(type).toString().replace('.', '/') + ".class";
    try (InputStream in = filer.getResource(place, "", file).openInputStream()) {
      return Optional.of(in.readAllBytes());
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // Not there: nothing is known of the class, then.
    }
  }

  /** Prints an error at its place in the source of a class. */
  public void print(SourceClass source, Problem problem) {
    TreePath at = new Places(source.context(), trees).find(problem.origin());
    trees.printMessage(
        Diagnostic.Kind.ERROR, problem.message(), at.getLeaf(), at.getCompilationUnit());
  }

  /** Shows an explanation at its place, as a note. */
  public void print(SourceClass source, Explanation explanation) {
    TreePath at = new Places(source.context(), trees).find(explanation.origin());
    LineMap lines = at.getCompilationUnit().getLineMap();
    String text = explanation.text(o -> (int) lines.getLineNumber(o.start()));
    trees.printMessage(Diagnostic.Kind.NOTE, text, at.getLeaf(), at.getCompilationUnit());
  }

  /**
   * Opens a top-level class.
   *
   * @throws SourceNotFoundException where there is no text of it
   * @throws UnresolvedTypeException where it names what does not exist (yet)
   */
  public SourceClass read(TypeElement topLevel, Problems problems) throws SourceNotFoundException {
    TreePath path = trees.getPath(topLevel);
    if (path == null) {
      throw new SourceNotFoundException(topLevel.getQualifiedName().toString(), null);
    }
    return open(topLevel, problems, path, SourceFile.parse(text(path, topLevel)));
  }

  /**
   * What is wrong with the hand-written derivatives that stand in a class.
   *
   * @throws UnresolvedTypeException where one names what does not exist (yet)
   */
  public Map<ExecutableElement, String> faults(TypeElement type) {
    Map<ExecutableElement, String> messages = new LinkedHashMap<>();
    CustomRules rules = new CustomRules(new TypeMapping(elements, types, trees, compiled));
    rules.faults(type).forEach((rule, fault) -> messages.put(rule, fault.getMessage()));
    return messages;
  }

  private SourceClass open(
      TypeElement topLevel, Problems problems, TreePath path, SourceFile file) {
    TypeMapping mapping = new TypeMapping(elements, types, trees, compiled);
    ClassContext in =
        new ClassContext(
            topLevel,
            path,
            file,
            new TypeOracle(file, trees, path),
            mapping,
            new Callees(topLevel, mapping, new ClassFiles(elements)),
            new Access(topLevel, problems),
            problems);
    return new SourceClass(topLevel, in);
  }

  private static String text(TreePath path, TypeElement topLevel) throws SourceNotFoundException {
    try {
      return path.getCompilationUnit().getSourceFile().getCharContent(true).toString();
    } catch (IOException | UnsupportedOperationException e) {
      throw new SourceNotFoundException(topLevel.getQualifiedName().toString(), e);
    }
  }
}
