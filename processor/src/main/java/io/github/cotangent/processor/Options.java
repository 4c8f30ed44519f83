package io.github.cotangent.processor;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the user can ask for on javac's command line.
 *
 * @param dump {@code -Acotangent.dump=<folder>}: where to write each stage of the pipeline
 * @param disabled {@code -Acotangent.disable=<name>,<name>}: optimisations that are left out
 * @param generate {@code -Acotangent.generate=JVP,HVP}: what to generate for every method, beside
 *     what its annotation asks for
 * @param debug {@code -Acotangent.debug=true}: shows the stack trace of a bug in the compiler
 */
public record Options(
    Optional<Path> dump, Set<String> disabled, Set<String> generate, boolean debug) {

  static final Set<String> NAMES =
      Set.of("cotangent.dump", "cotangent.disable", "cotangent.generate", "cotangent.debug");

  public Options {
    disabled = Set.copyOf(disabled);
    generate = Set.copyOf(generate);
  }

  /** Reads the options that javac passes on. */
  static Options of(Map<String, String> given) {
    return new Options(
        Optional.ofNullable(given.get("cotangent.dump")).filter(s -> !s.isBlank()).map(Path::of),
        list(given, "cotangent.disable"),
        list(given, "cotangent.generate"),
        Boolean.parseBoolean(given.get("cotangent.debug")));
  }

  private static Set<String> list(Map<String, String> given, String name) {
    return Arrays.stream(given.getOrDefault(name, "").split(","))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .collect(Collectors.toSet());
  }
}
