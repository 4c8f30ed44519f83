package io.github.cotangent.processor.diagnostics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of {@code docs/errors}: its title, its message, its examples. */
record ErrorPage(String name, String text) {

  static final Path FOLDER = Path.of("..", "docs", "errors");

  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern MARK = Pattern.compile("// error: (\\w+)$", Pattern.MULTILINE);
  private static final Pattern PUBLIC = Pattern.compile("public (?:final class|record) (\\w+)");
  private static final Pattern CLASS = Pattern.compile("(?:class|record) (\\w+)");

  /** All pages, without the index. */
  static List<ErrorPage> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(f -> f.toString().endsWith(".md") && !f.endsWith("README.md"))
          .sorted()
          .map(ErrorPage::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ErrorPage read(Path file) {
    try {
      String name = file.getFileName().toString().replace(".md", "");
      return new ErrorPage(name, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The Java examples: first the one with the error, then the corrected one. */
  List<String> examples() {
    return blocks("java");
  }

  /** The messages shown. */
  List<String> messages() {
    return blocks("text").stream().map(String::strip).toList();
  }

  private List<String> blocks(String language) {
    return BLOCK
        .matcher(text)
        .results()
        .filter(m -> m.group(1).equals(language))
        .map(m -> m.group(2))
        .toList();
  }

  /** The ids that a text marks. */
  static List<String> marks(String example) {
    return MARK.matcher(example).results().map(m -> m.group(1)).toList();
  }

  /** The number of the line that is marked, from 1. */
  static long markedLine(String example) {
    MatchResult mark = MARK.matcher(example).results().findFirst().orElseThrow();
    return example.substring(0, mark.start()).lines().count();
  }

  /** The name of the file in which an example can stand. */
  static String className(String example) {
    return Stream.of(PUBLIC, CLASS)
        .flatMap(p -> p.matcher(example).results())
        .findFirst()
        .orElseThrow()
        .group(1);
  }

  @Override
  public String toString() {
    return name;
  }
}
