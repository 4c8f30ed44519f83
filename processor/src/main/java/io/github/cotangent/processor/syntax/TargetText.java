package io.github.cotangent.processor.syntax;

import io.github.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.ExecutableElement;

/** The target of a rule as its annotation names it: {@code dot(double[] a, double[] b)}. */
record TargetText(String name, List<String> types, List<String> names) {

  private static final Pattern METHOD = identifiers("\\s*([\\w$]+)\\s*\\((.*)\\)\\s*");
  private static final Pattern PARAMETER =
      identifiers("(?:final\\s+)?(.*\\S)\\s*(?<![\\w$])([\\w$]+)");
  private static final Pattern ARGUMENTS = Pattern.compile("<[^<>]*>");

  /** A pattern in which a letter is one of any alphabet. */
  private static Pattern identifiers(String pattern) {
    return Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS);
  }

  /** Reads the text; empty where it is no name with typed parameters. */
  static Optional<TargetText> parse(String text) {
    String erased = text;
    for (String before = ""; !before.equals(erased); ) {
      before = erased;
      erased = ARGUMENTS.matcher(erased).replaceAll("");
    }
    Matcher method = METHOD.matcher(erased);
    if (!method.matches()) {
      return Optional.empty();
    }
    List<String> types = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String part : method.group(2).isBlank() ? new String[0] : method.group(2).split(",")) {
      Matcher parameter = PARAMETER.matcher(part.strip());
      if (!parameter.matches()) {
        return Optional.empty();
      }
      types.add(parameter.group(1).replace(" ", "").replace("...", "[]"));
      names.add(parameter.group(2));
    }
    return Optional.of(new TargetText(method.group(1), types, names));
  }

  /** True for the method that is meant. */
  boolean names(ExecutableElement method, TypeMapping mapping) {
    if (!method.getSimpleName().contentEquals(name)
        || method.getParameters().size() != types.size()) {
      return false;
    }
    for (int i = 0; i < types.size(); i++) {
      Type type = mapping.erased(method.getParameters().get(i).asType());
      String whole = type.toString();
      if (!whole.equals(types.get(i)) && !whole.endsWith("." + types.get(i))) {
        return false;
      }
    }
    return true;
  }
}
