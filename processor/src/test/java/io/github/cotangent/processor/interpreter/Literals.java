package io.github.cotangent.processor.interpreter;

import io.github.cotangent.processor.ir.Type;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads literals and compile-time constants in Java's notation. */
final class Literals {
  private static final Map<String, Object> NAMED =
      Map.ofEntries(
          Map.entry("null", NullLiteral.NULL),
          Map.entry("true", true),
          Map.entry("false", false),
          Map.entry("Math.PI", Math.PI),
          Map.entry("Math.E", Math.E),
          Map.entry("StrictMath.PI", StrictMath.PI),
          Map.entry("Double.NaN", Double.NaN),
          Map.entry("Double.POSITIVE_INFINITY", Double.POSITIVE_INFINITY),
          Map.entry("Double.NEGATIVE_INFINITY", Double.NEGATIVE_INFINITY),
          Map.entry("Double.MAX_VALUE", Double.MAX_VALUE),
          Map.entry("Double.MIN_VALUE", Double.MIN_VALUE),
          Map.entry("Float.NaN", Float.NaN),
          Map.entry("Float.POSITIVE_INFINITY", Float.POSITIVE_INFINITY),
          Map.entry("Float.NEGATIVE_INFINITY", Float.NEGATIVE_INFINITY),
          Map.entry("Integer.MAX_VALUE", Integer.MAX_VALUE),
          Map.entry("Integer.MIN_VALUE", Integer.MIN_VALUE),
          Map.entry("Long.MAX_VALUE", Long.MAX_VALUE),
          Map.entry("Long.MIN_VALUE", Long.MIN_VALUE));

  private static final Pattern FLOATING = Pattern.compile("[.edf]");

  private enum NullLiteral {
    NULL
  }

  private Literals() {}

  /** The value of a literal of this type. */
  static Object parse(String text, Type type) {
    Object value = parse(text.strip());
    if (value == NullLiteral.NULL) {
      return null;
    }
    return value instanceof Double d
        ? Values.convert(Dual.of(d, 0), type)
        : value instanceof Float f
            ? Values.convert(Dual.ofFloat(f, 0), type)
            : Values.convert(value, type);
  }

  private static Object parse(String text) {
    Object named = NAMED.get(text);
    if (named != null) {
      return named;
    }
    if (text.startsWith("\"")) {
      return text.startsWith("\"\"\"") ? block(text) : unquoted(text);
    }
    if (text.startsWith("'")) {
      return unquoted(text).charAt(0);
    }
    return text.startsWith("-") ? negated(text.substring(1).strip()) : number(text);
  }

  private static Object negated(String text) {
    Object v = text.equals("2147483648") ? (Object) Integer.MIN_VALUE : parse(text);
    if (v instanceof Integer i) {
      return -i;
    }
    if (v instanceof Long n) {
      return -n;
    }
    return v instanceof Float f ? (Object) (-f) : (Object) (-(Double) v);
  }

  private static Object number(String written) {
    String text = written.replace("_", "").toLowerCase(java.util.Locale.ROOT);
    boolean hex = text.startsWith("0x");
    boolean floating =
        hex ? text.contains("p") : FLOATING.matcher(text).find() && !text.startsWith("0b");
    if (floating) {
      return text.endsWith("f") ? (Object) Float.valueOf(text) : (Object) Double.valueOf(text);
    }
    boolean wide = text.endsWith("l");
    String digits = wide ? text.substring(0, text.length() - 1) : text;
    int radix = hex ? 16 : digits.startsWith("0b") ? 2 : digits.matches("0[0-7]+") ? 8 : 10;
    String bare = radix == 16 || radix == 2 ? digits.substring(2) : digits;
    if (wide) {
      return Long.parseUnsignedLong(bare, radix);
    }
    return Integer.parseUnsignedInt(bare, radix);
  }

  private static String unquoted(String text) {
    return plain(text.substring(1, text.length() - 1)).translateEscapes();
  }

  private static String block(String text) {
    int start = text.indexOf('\n') + 1;
    return plain(text.substring(start, text.length() - 3)).stripIndent().translateEscapes();
  }

  /** Unicode escapes, which Java translates before all else, as the characters they stand for. */
  private static String plain(String text) {
    Pattern escape = Pattern.compile("\\\\u+([0-9a-fA-F]{4})|\\\\[^u]");
    return escape
        .matcher(text)
        .replaceAll(
            m ->
                Matcher.quoteReplacement(
                    m.group(1) == null
                        ? m.group()
                        : String.valueOf((char) Integer.parseInt(m.group(1), 16))));
  }
}
