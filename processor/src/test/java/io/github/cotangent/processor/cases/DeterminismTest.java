package io.github.cotangent.processor.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same input gives the same bytes, in whatever order javac meets it. */
class DeterminismTest {

  @TempDir static Path directory;

  @Test
  void theOrderOfTheFilesDoesNotMatter() {
    List<CaseFolder> cases = CaseFolder.all();
    List<CaseFolder> reversed = new ArrayList<>(cases);
    Collections.reverse(reversed);
    CompiledCases once = CompiledCases.of(cases, directory.resolve("once"), List.of());
    CompiledCases again = CompiledCases.of(reversed, directory.resolve("again"), List.of());
    for (CaseFolder c : cases) {
      assertThat(again.texts(c)).as(c.name()).isEqualTo(once.texts(c));
    }
  }

  /** Names and bodies do not depend on where a method stands; only their order in the file may. */
  @Test
  void theOrderOfTheMethodsDoesNotMatter() throws IOException {
    List<CaseFolder> cases = CaseFolder.all();
    CompiledCases straight = CompiledCases.of(cases, directory.resolve("straight"), List.of());
    List<Path> turned = new ArrayList<>();
    Path sources = directory.resolve("sources");
    for (CaseFolder c : cases) {
      if (straight.errors(c).isEmpty()) {
        turned.addAll(turned(c, sources.resolve(c.name())));
      }
    }
    Compilation compilation =
        Compilation.withProcessor(turned, directory.resolve("turned"), List.of());
    for (CaseFolder c : cases) {
      Path folder = c.generatedIn(compilation.generated());
      if (straight.errors(c).isEmpty()) {
        assertThat(sorted(CaseFolder.javaFiles(folder)))
            .as(c.name())
            .isEqualTo(sorted(straight.generated(c)));
      }
    }
  }

  private static List<String> sorted(List<Path> files) {
    return files.stream().flatMap(f -> CaseFolder.text(f).lines()).sorted().toList();
  }

  private static List<Path> turned(CaseFolder c, Path folder) throws IOException {
    List<Path> written = new ArrayList<>();
    for (Path source : c.sources()) {
      Path file = Files.createDirectories(folder).resolve(source.getFileName());
      Files.writeString(file, turned(CaseFolder.text(source)));
      written.add(file);
    }
    return written;
  }

  /** The source with the methods of each class in the opposite order. */
  private static String turned(String text) {
    ParserConfiguration configuration =
        new ParserConfiguration()
            .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17)
            .setPreprocessUnicodeEscapes(true);
    CompilationUnit unit = new JavaParser(configuration).parse(text).getResult().orElseThrow();
    List<int[]> places = new ArrayList<>();
    List<String> methods = new ArrayList<>();
    for (TypeDeclaration<?> type : unit.findAll(TypeDeclaration.class)) {
      List<String> own = new ArrayList<>();
      for (BodyDeclaration<?> member : type.getMembers()) {
        if (member instanceof MethodDeclaration) {
          int[] place = place(text, member);
          places.add(place);
          own.add(text.substring(place[0], place[1]));
        }
      }
      Collections.reverse(own);
      methods.addAll(own);
    }
    StringBuilder turned = new StringBuilder(text);
    List<Integer> order = new ArrayList<>();
    places.forEach(p -> order.add(order.size()));
    order.sort(Comparator.comparing(i -> -places.get(i)[0]));
    order.forEach(i -> turned.replace(places.get(i)[0], places.get(i)[1], methods.get(i)));
    return turned.toString();
  }

  private static int[] place(String text, BodyDeclaration<?> member) {
    var range = member.getRange().orElseThrow();
    return new int[] {
      offset(text, range.begin.line, range.begin.column),
      offset(text, range.end.line, range.end.column) + 1
    };
  }

  private static int offset(String text, int line, int column) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      start = text.indexOf('\n', start) + 1;
    }
    return start + column - 1;
  }
}
