package io.github.cotangent.examples.chapter;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The options that a chapter was given, in any order. An option is declared, and asked for, as the
 * user reads it: {@code "--data <folder>"} has a folder after it, {@code "--download"} has nothing.
 */
public final class Options {

  private static final String FOLDER = " <folder>";

  private final Map<String, String> given = new HashMap<>();

  private Options() {}

  /**
   * The options in {@code args}.
   *
   * @throws BadUsageException if there is anything else in {@code args}
   */
  public static Options of(String[] args, String... declared) {
    Options options = new Options();
    for (int i = 0; i < args.length; i++) {
      String option = declared(args[i], List.of(declared));
      String value = "";
      if (option.endsWith(FOLDER)) {
        i++;
        if (i == args.length || args[i].isBlank()) {
          throw new BadUsageException(name(option) + " needs the name of a folder after it.");
        }
        value = args[i];
      }
      if (options.given.put(option, value) != null) {
        throw new BadUsageException(name(option) + " is given twice.");
      }
    }
    return options;
  }

  /** Whether {@code option} is given. */
  public boolean has(String option) {
    return given.containsKey(option);
  }

  /**
   * The folder after {@code option}, if that is given.
   *
   * @throws BadUsageException if no folder can be called so
   */
  public Optional<Path> folder(String option) {
    return Optional.ofNullable(given.get(option)).map(Options::path);
  }

  private static String declared(String arg, List<String> declared) {
    for (String option : declared) {
      if (name(option).equals(arg)) {
        return option;
      }
    }
    String known =
        declared.size() == 1
            ? "its only option is " + declared.get(0)
            : "its options are " + String.join(", ", declared);
    throw new BadUsageException("'" + arg + "' is not an option of this chapter: " + known + ".");
  }

  private static String name(String option) {
    return option.endsWith(FOLDER)
        ? option.substring(0, option.length() - FOLDER.length())
        : option;
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new BadUsageException("'" + text + "' cannot be the name of a folder.");
    }
  }
}
