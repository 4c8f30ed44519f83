package io.github.cotangent.processor;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the table of packages: what each may see of the others, and of the world. */
class ArchitectureTest {

  private static final String ROOT = "io.github.cotangent.processor";

  /** What each package may import of the compiler, beside itself. The root sees all. */
  private static final Map<String, List<String>> SEES =
      Map.of(
          "ir", List.of(),
          "diagnostics", List.of("ir"),
          "syntax", List.of("ir", "diagnostics"),
          "rules", List.of("ir", "diagnostics"),
          "normalize", List.of("ir", "diagnostics"),
          "analysis", List.of("ir", "diagnostics", "rules"),
          "fence", List.of("ir", "diagnostics", "rules", "analysis"),
          "transform", List.of("ir", "diagnostics", "rules", "analysis", "optimize"),
          "optimize", List.of("ir", "diagnostics", "rules", "analysis"),
          "emit", List.of("ir"));

  /** The compiler without its tests, whatever the build directory is called. */
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importUrl(GradientCompiler.class.getProtectionDomain().getCodeSource().getLocation());

  static Stream<String> packages() {
    return SEES.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void importsPointOneWay(String name) {
    DescribedPredicate<JavaClass> allowed = resideOutsideOfPackage(ROOT + "..").or(in(name));
    for (String seen : SEES.get(name)) {
      allowed = allowed.or(in(seen));
    }
    classes()
        .that(in(name))
        .should()
        .onlyDependOnClassesThat(allowed)
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  private static DescribedPredicate<JavaClass> in(String name) {
    return resideInAPackage(ROOT + "." + name + "..");
  }

  @Test
  void everyPackageIsInTheTable() {
    List<String> unknown =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .filter(p -> !p.equals(ROOT) && !SEES.containsKey(p.substring(ROOT.length() + 1)))
            .distinct()
            .toList();
    assertThat(unknown).isEmpty();
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.github.javaparser.. syntax",
        "com.sun.source.. syntax root",
        "com.palantir.javapoet.. emit",
        "org.objectweb.asm.. syntax",
        // JavaSources turns it into javac's Trees: no other place may load com.sun.source early.
        "javax.annotation.processing.. root syntax.JavaSources"
      })
  void theOutsideWorldIsSeenByFew(String line) {
    List<String> words = List.of(line.split(" "));
    DescribedPredicate<JavaClass> others = resideInAPackage(ROOT + "..");
    for (String word : words.subList(1, words.size())) {
      others = others.and(DescribedPredicate.not(named(word)));
    }
    noClasses()
        .that(others)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(words.get(0))
        .check(CLASSES);
  }

  private static DescribedPredicate<JavaClass> named(String word) {
    if (word.contains(".")) {
      return equivalentTo(ROOT + "." + word);
    }
    return word.equals("root") ? resideInAPackage(ROOT) : in(word);
  }

  private static DescribedPredicate<JavaClass> equivalentTo(String name) {
    return DescribedPredicate.describe(name, c -> c.getName().equals(name));
  }

  @Test
  void namesSayWhatAClassIs() {
    noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager)").check(CLASSES);
  }

  @Test
  void everyPackageExplainsItself() throws IOException {
    Path sources = Path.of("src", "main", "java", "io", "github", "cotangent", "processor");
    try (Stream<Path> folders = Files.walk(sources).filter(Files::isDirectory)) {
      assertThat(folders).allSatisfy(f -> assertThat(f.resolve("package-info.java")).exists());
    }
  }
}
