package io.github.cotangent.processor.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import io.github.cotangent.processor.diagnostics.Explanation;
import io.github.cotangent.processor.diagnostics.Why;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Acotangent.explain} over the whole corpus. */
class ExplainCorpusTest {

  private static final List<Class<? extends Node>> LOOPS =
      List.of(ForStmt.class, ForEachStmt.class, WhileStmt.class, DoStmt.class);

  /** What is carried over unread: nothing is said of a loop in it. */
  private static final List<Class<? extends Node>> UNREAD =
      List.of(
          LambdaExpr.class,
          ObjectCreationExpr.class,
          LocalClassDeclarationStmt.class,
          TryStmt.class,
          SynchronizedStmt.class);

  @TempDir static Path directory;

  private static List<CaseFolder> cases;
  private static Compilation explained;

  @BeforeAll
  static void compile() {
    cases = CaseFolder.all();
    explained = compile(cases, "explained", "-Acotangent.explain");
    assertThat(explained.success()).isTrue();
  }

  private static Compilation compile(List<CaseFolder> of, String folder, String... options) {
    List<Path> sources = of.stream().flatMap(c -> c.sources().stream()).toList();
    return Compilation.withProcessor(sources, directory.resolve(folder), List.of(options));
  }

  @Test
  void changesNothing() {
    Compilation plain = compile(cases, "plain");
    for (CaseFolder c : cases) {
      assertThat(texts(explained, c)).as(c.name()).isEqualTo(texts(plain, c));
    }
    assertThat(notes(plain)).isEmpty();
  }

  private static List<String> texts(Compilation compilation, CaseFolder c) {
    Path folder = compilation.generated().resolve("cases").resolve(c.name());
    return CaseFolder.javaFiles(folder).stream().map(CaseFolder::text).toList();
  }

  @Test
  void saysTheSameInAnyOrderOfFiles() {
    List<CaseFolder> some =
        new ArrayList<>(cases.stream().filter(c -> c.name().matches("(algo|ca|sm).*")).toList());
    Collections.reverse(some);
    Map<String, List<String>> all = notes(explained);
    notes(compile(some, "reversed", "-Acotangent.explain"))
        .forEach((place, texts) -> assertThat(texts).as(place).isEqualTo(all.get(place)));
  }

  @Test
  void explainsEachLoopOnce() {
    Map<String, List<String>> notes = notes(explained);
    List<String> wrong = new ArrayList<>();
    for (CaseFolder c : cases) {
      for (Path source : c.sources()) {
        for (Map.Entry<Integer, Integer> line : loops(source).entrySet()) {
          String place = place(source, line.getKey());
          long found =
              notes.getOrDefault(place, List.of()).stream()
                  .filter(ExplainCorpusTest::isAboutLoop)
                  .count();
          if (found != line.getValue()) {
            wrong.add(place + " has " + line.getValue() + " loops and " + found + " notes");
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** No place was left open in the words, and no reason is empty. */
  @Test
  void saysWholeSentences() {
    notes(explained)
        .forEach(
            (place, texts) ->
                assertThat(texts)
                    .as(place)
                    .allMatch(t -> t.endsWith("."))
                    .noneMatch(t -> t.contains("%s") || t.contains("{at}") || t.contains("''")));
  }

  /** Nothing stands among the words that is said of no program. */
  @Test
  void saysAllThatItCanSay() {
    List<Path> sources = CaseFolder.javaFiles(CaseFolder.resources().resolve("explain"));
    Path folder = directory.resolve("others");
    List<String> said = new ArrayList<>();
    notes(explained).values().forEach(said::addAll);
    for (String off :
        List.of(
            "deadAdjoint",
            "writtenRows",
            "smallArrays",
            "independentLoops,directShadows,tapelessCalls")) {
      List<String> options = List.of("-Acotangent.explain", "-Acotangent.disable=" + off);
      notes(Compilation.withProcessor(sources, folder.resolve(off), options))
          .values()
          .forEach(said::addAll);
    }
    List<Why> unsaid = new ArrayList<>();
    for (Why why : Why.values()) {
      Pattern words = Pattern.compile(pattern(why), Pattern.CASE_INSENSITIVE);
      if (said.stream().noneMatch(text -> words.matcher(text).find())) {
        unsaid.add(why);
      }
    }
    assertThat(unsaid).isEmpty();
  }

  private static String pattern(Why why) {
    return Arrays.stream(why.words().split("%s|\\{at}", -1))
        .map(Pattern::quote)
        .collect(Collectors.joining(".*"));
  }

  private static boolean isAboutLoop(String note) {
    return note.substring(Explanation.PREFIX.length()).matches("(for|while|do)\\b.*");
  }

  private static String place(Path source, long line) {
    return source + ":" + line;
  }

  /** What is said, by file and line. */
  private static Map<String, List<String>> notes(Compilation compilation) {
    Map<String, List<String>> notes = new TreeMap<>();
    for (Diagnostic<? extends JavaFileObject> d : compilation.diagnostics()) {
      String text = d.getMessage(Locale.ROOT);
      if (text.startsWith(Explanation.PREFIX)) {
        assertThat(d.getKind()).isEqualTo(Diagnostic.Kind.NOTE);
        String place = place(Path.of(d.getSource().toUri()), d.getLineNumber());
        notes.computeIfAbsent(place, k -> new ArrayList<>()).add(text);
      }
    }
    return notes;
  }

  /** The loops in annotated methods, by line. */
  private static Map<Integer, Integer> loops(Path source) {
    ParserConfiguration configuration =
        new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17);
    CompilationUnit unit =
        new JavaParser(configuration).parse(CaseFolder.text(source)).getResult().orElseThrow();
    Map<Integer, Integer> lines = new TreeMap<>();
    for (MethodDeclaration m : unit.findAll(MethodDeclaration.class)) {
      if (m.isAnnotationPresent("Differentiable")) {
        for (Class<? extends Node> kind : LOOPS) {
          for (Node loop : m.findAll(kind)) {
            if (!isUnread(loop, m)) {
              lines.merge(loop.getBegin().orElseThrow().line, 1, Integer::sum);
            }
          }
        }
      }
    }
    return lines;
  }

  private static boolean isUnread(Node node, MethodDeclaration within) {
    for (Node n = node; n != within; n = n.getParentNode().orElseThrow()) {
      Node at = n;
      if (UNREAD.stream().anyMatch(k -> k.isInstance(at))) {
        return true;
      }
    }
    return false;
  }
}
