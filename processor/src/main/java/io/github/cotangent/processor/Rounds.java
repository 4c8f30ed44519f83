package io.github.cotangent.processor;

import io.github.cotangent.Differentiable;
import io.github.cotangent.PartialOf;
import io.github.cotangent.PullbackOf;
import io.github.cotangent.TangentOf;
import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.diagnostics.Explanations;
import io.github.cotangent.processor.diagnostics.MethodFailure;
import io.github.cotangent.processor.diagnostics.Problem;
import io.github.cotangent.processor.diagnostics.Problems;
import io.github.cotangent.processor.syntax.JavaSources;
import io.github.cotangent.processor.syntax.SourceClass;
import io.github.cotangent.processor.syntax.SourceNotFoundException;
import io.github.cotangent.processor.syntax.UnknownSyntaxException;
import io.github.cotangent.processor.syntax.UnresolvedTypeException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.annotation.Annotation;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.Generated;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * The classes of each round. A class that names what does not exist yet waits for the next round;
 * what is still missing in the last one is javac's to report.
 */
final class Rounds {

  private static final List<Class<? extends Annotation>> RULES =
      List.of(PartialOf.class, PullbackOf.class, TangentOf.class);

  private final ProcessingEnvironment environment;
  private final Options options;

  /** Null where the compiler is not javac. */
  private final JavaSources sources;

  private final Set<String> waiting = new LinkedHashSet<>();

  /** The classes whose hand-written derivatives have not been checked. */
  private final Set<String> withRules = new LinkedHashSet<>();

  private final Map<String, Failure> failures = new LinkedHashMap<>();
  private boolean started;
  private boolean reported;

  /** A bug that was met in a class. */
  private record Failure(String method, RuntimeException cause) {}

  Rounds(ProcessingEnvironment environment) {
    this.environment = environment;
    this.options = Options.of(environment.getOptions());
    this.sources = open(environment);
  }

  private static JavaSources open(ProcessingEnvironment environment) {
    try {
      return JavaSources.of(
          Environments.unwrap(environment),
          environment.getElementUtils(),
          environment.getTypeUtils());
    } catch (LinkageError | IllegalArgumentException e) {
      return null; // Eclipse's compiler, for one, has none of javac's trees.
    }
  }

  /** Compiles what is new in this round, and what has waited for it. */
  void process(RoundEnvironment round) {
    if (!started) {
      started = true;
      options.complaints().forEach(c -> error(c, null));
    }
    for (Element method : round.getElementsAnnotatedWith(Differentiable.class)) {
      String name = topLevel(method).getQualifiedName().toString();
      if (environment.getElementUtils().getTypeElement(name) == null) {
        error(ErrorId.UNSUPPORTED_METHOD.message("A method of a class without a name"), method);
      }
      waiting.add(name);
    }
    for (Class<? extends Annotation> form : RULES) {
      for (Element rule : round.getElementsAnnotatedWith(form)) {
        TypeElement type = (TypeElement) rule.getEnclosingElement();
        withRules.add(type.getQualifiedName().toString());
      }
    }
    if (round.processingOver()) {
      reportFailures(round.errorRaised());
      return;
    }
    Set<String> now = new LinkedHashSet<>(waiting);
    waiting.clear();
    Optional<String> obstacle = obstacle();
    if (obstacle.isPresent()) {
      now.forEach(c -> refuse(c, obstacle.get()));
      return;
    }
    checkRules();
    for (String name : now) {
      TypeElement topLevel = environment.getElementUtils().getTypeElement(name);
      if (topLevel != null) {
        compile(topLevel);
      }
    }
  }

  /** Hand-written derivatives are held against their targets where their source is compiled. */
  private void checkRules() {
    Set<String> now = new LinkedHashSet<>(withRules);
    withRules.clear();
    for (String name : now) {
      try {
        TypeElement type = environment.getElementUtils().getTypeElement(name);
        sources.faults(type).forEach((rule, message) -> error(message, rule));
      } catch (UnresolvedTypeException e) {
        withRules.add(name);
      }
    }
  }

  private static TypeElement topLevel(Element element) {
    Element e = element;
    while (!(e instanceof TypeElement type) || type.getNestingKind().isNested()) {
      e = e.getEnclosingElement();
    }
    return (TypeElement) e;
  }

  private void compile(TypeElement topLevel) {
    String name = topLevel.getQualifiedName().toString();
    try {
      compile(topLevel, sources.read(topLevel, new Problems()));
    } catch (UnresolvedTypeException e) {
      waiting.add(name);
    } catch (SourceNotFoundException e) {
      error(ErrorId.SOURCE_NOT_FOUND.message(name), topLevel);
    } catch (UnknownSyntaxException e) {
      error(
          ErrorId.UNSUPPORTED_EXPRESSION.message(
              "A class with syntax that JavaParser does not know, in line " + e.line() + ",",
              "An enum inside a method is such: make it a member of the class."),
          topLevel);
    } catch (IOException e) {
      error("[Cotangent] cannot write the generated class: " + e.getMessage(), topLevel);
    } catch (UncheckedIOException e) {
      error("[Cotangent] cannot write a dump: " + e.getCause().getMessage(), topLevel);
    } catch (MethodFailure e) {
      failures.put(name, new Failure(e.origin().text(), e));
    } catch (RuntimeException e) {
      failures.put(name, new Failure("", e));
    } catch (StackOverflowError e) {
      error(
          ErrorId.UNSUPPORTED_EXPRESSION.message(
              "Code that is nested as deeply as some in this class", "Split it into parts."),
          failedMethod(name, ""));
    }
  }

  private void compile(TypeElement topLevel, SourceClass source) throws IOException {
    Problems problems = source.problems();
    boolean isWritten = topLevel.getAnnotation(Generated.class) == null;
    Explanations explanations = new Explanations(options.explain() && isWritten);
    try {
      Optional<String> text =
          GradientCompiler.compile(
              source,
              Surroundings.of(topLevel, source, environment.getElementUtils()),
              options,
              explanations);
      if (problems.isEmpty() && text.isPresent()) {
        write(topLevel, text.get());
        explanations.all().forEach(e -> sources.print(source, e));
      }
    } catch (UnresolvedTypeException e) {
      if (problems.isEmpty()) {
        throw e; // The next round may know it.
      }
    }
    report(source, problems);
  }

  private void write(TypeElement topLevel, String text) throws IOException {
    String inPackage =
        environment.getElementUtils().getPackageOf(topLevel).getQualifiedName().toString();
    String simple = "d" + topLevel.getSimpleName();
    String name = inPackage.isEmpty() ? simple : inPackage + "." + simple;
    try (Writer out = environment.getFiler().createSourceFile(name, topLevel).openWriter()) {
      out.write(text);
    } catch (FilerException e) {
      error(ErrorId.NAME_CLASH.message(name, "a class of this name exists"), topLevel);
    }
  }

  private void report(SourceClass source, Problems problems) {
    for (Problem problem : problems.all()) {
      sources.print(source, problem);
      reported = true;
    }
  }

  /** Why nothing can be compiled here at all. */
  private Optional<String> obstacle() {
    if (sources == null) {
      return Optional.of(
          "this compiler does not show processors the source trees: compile with javac"
              + " (in an IDE: let Maven or Gradle build).");
    }
    SourceVersion version = environment.getSourceVersion();
    return version.compareTo(SourceVersion.RELEASE_17) < 0
        ? Optional.of(
            "derivatives are written in Java 17, and this is compiled as "
                + version
                + ": compile with --release 17 or later (in Maven: maven.compiler.release).")
        : Optional.empty();
  }

  private void refuse(String className, String obstacle) {
    if (!reported) {
      error("[Cotangent] " + obstacle, environment.getElementUtils().getTypeElement(className));
    }
  }

  /** In the last round it is known whether the user's code was sound: if not, javac says so. */
  private void reportFailures(boolean errorRaised) {
    if (errorRaised && !reported) {
      return;
    }
    failures.forEach(
        (className, failure) -> {
          Element at = failedMethod(className, failure.method());
          error(ErrorId.INTERNAL.message(describe(failure.cause())), at);
          if (options.debug()) {
            StringWriter trace = new StringWriter();
            failure.cause().printStackTrace(new PrintWriter(trace, true));
            environment.getMessager().printMessage(Diagnostic.Kind.NOTE, trace.toString(), at);
          }
        });
  }

  private static String describe(RuntimeException failure) {
    Throwable cause = failure instanceof MethodFailure ? failure.getCause() : failure;
    String message = cause.getMessage() == null ? "" : ": " + cause.getMessage();
    return cause.getClass().getSimpleName() + message.lines().findFirst().orElse("");
  }

  /** The method that failed, else the first that is annotated. */
  private Element failedMethod(String className, String method) {
    TypeElement topLevel = environment.getElementUtils().getTypeElement(className);
    return annotated(topLevel)
        .filter(e -> method.isEmpty() || e.getSimpleName().contentEquals(method))
        .findFirst()
        .orElse(topLevel);
  }

  private static Stream<Element> annotated(Element element) {
    Stream<Element> self =
        element.getAnnotation(Differentiable.class) == null ? Stream.empty() : Stream.of(element);
    return Stream.concat(self, element.getEnclosedElements().stream().flatMap(Rounds::annotated));
  }

  private void error(String message, Element at) {
    environment.getMessager().printMessage(Diagnostic.Kind.ERROR, message, at);
    reported = true;
  }
}
