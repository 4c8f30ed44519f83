package io.github.cotangent.processor.syntax;

import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Type;
import java.util.List;
import java.util.Locale;

/** Literals keep the text that the user wrote; constants get an exact one. */
final class Literals {

  private static final Type OBJECT =
      new Type.ClassType("java.lang", List.of("Object"), List.of(), true);

  private static final int QUOTES = 3;

  private Literals() {}

  /** A literal of the source. */
  static Expr lower(LiteralExpr literal, SourceFile file) {
    if (literal instanceof TextBlockLiteralExpr block) {
      // On one line: its meaning depends on its indentation.
      return new Expr.Literal(Type.STRING, text(value(block)));
    }
    return new Expr.Literal(type(literal), file.slice(file.start(literal), file.end(literal)));
  }

  /** The string that a text block stands for. */
  static String value(TextBlockLiteralExpr block) {
    String token = block.getTokenRange().orElseThrow().getBegin().getText();
    String lines = token.substring(QUOTES, token.length() - QUOTES).replaceAll("\\R", "\n");
    return lines.substring(lines.indexOf('\n') + 1).stripIndent().translateEscapes();
  }

  private static Type type(LiteralExpr literal) {
    if (literal instanceof IntegerLiteralExpr) {
      return Type.INT;
    }
    if (literal instanceof LongLiteralExpr) {
      return Type.LONG;
    }
    if (literal instanceof DoubleLiteralExpr d) {
      String value = d.getValue().toLowerCase(Locale.ROOT);
      boolean hex = value.startsWith("0x");
      return value.endsWith("f") && (!hex || value.contains("p")) ? Type.FLOAT : Type.DOUBLE;
    }
    if (literal instanceof CharLiteralExpr) {
      return Type.CHAR;
    }
    if (literal instanceof BooleanLiteralExpr) {
      return Type.BOOLEAN;
    }
    return literal instanceof NullLiteralExpr ? OBJECT : Type.STRING;
  }

  /** A compile-time constant, written so that Java reads exactly this value. */
  static Expr constant(Object value, Type type) {
    if (value instanceof Double d && !Double.isFinite(d)) {
      return special("Double", d, type);
    }
    if (value instanceof Float f && !Float.isFinite(f)) {
      return special("Float", f, type);
    }
    if (isNegative(value) && !isMinimum(value)) {
      Expr positive = new Expr.Literal(type, text(value).substring(1));
      return new Expr.Unary(Expr.Unary.Op.MINUS, positive, type);
    }
    return new Expr.Literal(type, text(value));
  }

  private static boolean isNegative(Object value) {
    return value instanceof Number && text(value).startsWith("-");
  }

  /** Java has no positive literal for these two. */
  private static boolean isMinimum(Object value) {
    return value.equals(Integer.MIN_VALUE) || value.equals(Long.MIN_VALUE);
  }

  private static Expr special(String owner, Number value, Type type) {
    String name =
        Double.isNaN(value.doubleValue())
            ? "NaN"
            : value.doubleValue() > 0 ? "POSITIVE_INFINITY" : "NEGATIVE_INFINITY";
    Type.ClassType ownerType = new Type.ClassType("java.lang", List.of(owner), List.of(), true);
    return new Expr.Field(
        null, ownerType, name, type, true, false, io.github.cotangent.processor.ir.Origin.NONE);
  }

  /** A constant as Java writes it. */
  static String text(Object value) {
    if (value instanceof String s) {
      return quoted(s);
    }
    if (value instanceof Character c) {
      return "'" + (c == '\'' ? "\\'" : c == '"' ? "\"" : escaped(c)) + "'";
    }
    if (value instanceof Float) {
      return value + "f";
    }
    return value instanceof Long ? value + "L" : value.toString();
  }

  private static String quoted(String s) {
    StringBuilder text = new StringBuilder("\"");
    for (char c : s.toCharArray()) {
      text.append(escaped(c));
    }
    return text.append('"').toString();
  }

  /** A character of a string; whatever an encoding might lose is escaped. */
  private static String escaped(char c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case '\\' -> "\\\\";
      case '"' -> "\\\"";
      default ->
          c < ' ' || c > '~' ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c);
    };
  }
}
