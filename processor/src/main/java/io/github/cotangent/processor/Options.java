package io.github.cotangent.processor;

import io.github.cotangent.Differentiable;
import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.optimize.Optimization;
import io.github.cotangent.processor.optimize.SplitMethods;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the user can ask for on javac's command line.
 *
 * @param dump {@code -Acotangent.dump=<folder>}: where to write each stage of the pipeline
 * @param disabled {@code -Acotangent.disable=<name>,<name>}: optimisations that are left out
 * @param generate {@code -Acotangent.generate=JVP,HVP}: what to generate for every method, beside
 *     what its annotation asks for
 * @param explain {@code -Acotangent.explain}: says of each loop and each recorded value what was
 *     chosen, and why
 * @param debug {@code -Acotangent.debug=true}: shows the stack trace of a bug in the compiler
 * @param methodBytes {@code -Acotangent.methodBytes=7000}: methods of more bytes of bytecode, as
 *     estimated, are split
 * @param complaints the messages about options that cannot be followed
 */
public record Options(
    Optional<Path> dump,
    Set<String> disabled,
    Set<String> generate,
    boolean explain,
    boolean debug,
    int methodBytes,
    List<String> complaints) {

  private static final String PREFIX = "cotangent.";
  private static final String DUMP = PREFIX + "dump";
  private static final String DISABLE = PREFIX + "disable";
  private static final String GENERATE = PREFIX + "generate";
  private static final String EXPLAIN = PREFIX + "explain";
  private static final String DEBUG = PREFIX + "debug";
  private static final String METHOD_BYTES = PREFIX + "methodBytes";

  static final Set<String> NAMES = Set.of(DUMP, DISABLE, GENERATE, EXPLAIN, DEBUG, METHOD_BYTES);

  /** What a user can ask for; the compiler's own outputs are not among them. */
  private static final List<String> OUTPUTS =
      Arrays.stream(Differentiable.Output.values()).map(Enum::name).toList();

  public Options {
    disabled = Set.copyOf(disabled);
    generate = Set.copyOf(generate);
    complaints = List.copyOf(complaints);
  }

  /** Reads the options that javac passes on. */
  static Options of(Map<String, String> given) {
    List<String> complaints = new ArrayList<>();
    for (String name : new TreeSet<>(given.keySet())) {
      if (name.startsWith(PREFIX) && !NAMES.contains(name)) {
        String known = new TreeSet<>(NAMES).stream().collect(Collectors.joining(", -A", "-A", ""));
        complaints.add(complaint(name, "there is no such option", "There are " + known));
      }
    }
    return new Options(
        given.containsKey(DUMP) ? folder(given.get(DUMP), complaints) : Optional.empty(),
        names(given, DISABLE, "optimisation", Optimization.names(), complaints),
        names(given, GENERATE, "output", OUTPUTS, complaints),
        flag(given, EXPLAIN, complaints),
        flag(given, DEBUG, complaints),
        bytes(given.getOrDefault(METHOD_BYTES, "" + SplitMethods.USUAL_LIMIT), complaints),
        complaints);
  }

  private static String complaint(String option, String reason, String remedy) {
    return ErrorId.BAD_OPTION.message(option, reason, remedy);
  }

  private static Optional<Path> folder(String given, List<String> complaints) {
    String reason;
    try {
      if (given != null && !given.isBlank()) {
        Path folder = Files.createDirectories(Path.of(given));
        if (Files.isWritable(folder)) {
          return Optional.of(folder);
        }
        reason = "nothing can be written into '" + given + "'";
      } else {
        reason = "it names no folder";
      }
    } catch (IOException | InvalidPathException e) {
      reason = "there can be no folder '" + given + "'";
    }
    complaints.add(complaint(DUMP, reason, "Name a folder to write into, new or old"));
    return Optional.empty();
  }

  private static Set<String> names(
      Map<String, String> given,
      String option,
      String kind,
      List<String> known,
      List<String> complaints) {
    if (!given.containsKey(option)) {
      return Set.of();
    }
    Set<String> names =
        Arrays.stream(String.valueOf(given.get(option)).split(","))
            .map(String::strip)
            .filter(s -> !s.isEmpty() && !s.equals("null"))
            .collect(Collectors.toCollection(TreeSet::new));
    String remedy = "There are " + String.join(", ", known);
    if (names.isEmpty()) {
      complaints.add(complaint(option, "it names no " + kind, remedy));
    }
    for (String name : names) {
      if (!known.contains(name)) {
        complaints.add(complaint(option, "there is no " + kind + " '" + name + "'", remedy));
      }
    }
    names.retainAll(known);
    return names;
  }

  private static int bytes(String given, List<String> complaints) {
    if (given != null && given.matches("[1-9]\\d{0,4}")) {
      return Integer.parseInt(given);
    }
    complaints.add(
        complaint(METHOD_BYTES, "it is '" + given + "'", "Say a number of bytes, such as 7000"));
    return SplitMethods.USUAL_LIMIT;
  }

  private static boolean flag(Map<String, String> given, String option, List<String> complaints) {
    if (!given.containsKey(option)) {
      return false;
    }
    String value = given.get(option) == null ? "true" : given.get(option);
    if (!value.equals("true") && !value.equals("false")) {
      complaints.add(complaint(option, "it is '" + value + "'", "Say true or false"));
    }
    return value.equals("true");
  }
}
