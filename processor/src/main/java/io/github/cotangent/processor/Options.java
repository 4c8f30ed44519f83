package io.github.cotangent.processor;

import io.github.cotangent.processor.optimize.Optimization;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the user can ask for on javac's command line.
 *
 * @param dump {@code -Acotangent.dump=<folder>}: where to write each stage of the pipeline
 * @param disabled {@code -Acotangent.disable=<name>,<name>}: optimisations that are left out
 * @param debug {@code -Acotangent.debug=true}: shows the stack trace of a bug in the compiler
 */
public record Options(Optional<Path> dump, Set<String> disabled, boolean debug) {

  static final Set<String> NAMES = Set.of("cotangent.dump", "cotangent.disable", "cotangent.debug");

  public Options {
    disabled = Set.copyOf(disabled);
  }

  /** The names in {@code disabled} that are none of an optimisation's, sorted. */
  SortedSet<String> unknown() {
    SortedSet<String> names = new TreeSet<>(disabled);
    Optimization.names().forEach(names::remove);
    return names;
  }

  /** Reads the options that javac passes on. */
  static Options of(Map<String, String> given) {
    return new Options(
        Optional.ofNullable(given.get("cotangent.dump")).filter(s -> !s.isBlank()).map(Path::of),
        Arrays.stream(given.getOrDefault("cotangent.disable", "").split(","))
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .collect(Collectors.toSet()),
        Boolean.parseBoolean(given.get("cotangent.debug")));
  }
}
