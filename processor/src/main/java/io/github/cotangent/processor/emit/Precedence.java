package io.github.cotangent.processor.emit;

import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Type;
import java.util.regex.Pattern;

/**
 * How tightly the outermost operator of an expression binds, on the scale of {@link
 * Expr.Binary.Op#precedence()}.
 */
final class Precedence implements Expr.Visitor<Integer> {

  /** Stands anywhere, only between brackets or commas. */
  static final int LOWEST = 0;

  static final int ASSIGNMENT = 1;
  static final int CONDITIONAL = 2;
  static final int UNARY = 13;

  /** {@code new double[n]}: an index behind it would be another dimension. */
  static final int NEW_ARRAY = 14;

  /** What a dot or an index can follow. */
  static final int PRIMARY = 15;

  private static final Precedence INSTANCE = new Precedence();

  /** Names, calls, {@code new} of a class: no operator outside of brackets. */
  private static final Pattern SIMPLE =
      Pattern.compile("(?:new\\s+)?[\\p{javaJavaIdentifierStart}][\\p{javaJavaIdentifierPart}.]*");

  private Precedence() {}

  /** The precedence of the expression as it is printed. */
  static int of(Expr e) {
    return e.accept(INSTANCE);
  }

  @Override
  public Integer visit(Expr.Literal e) {
    return e.text().startsWith("-") || e.text().startsWith("(") ? UNARY : PRIMARY;
  }

  @Override
  public Integer visit(Expr.Read e) {
    return PRIMARY;
  }

  @Override
  public Integer visit(Expr.Unary e) {
    return UNARY;
  }

  @Override
  public Integer visit(Expr.Binary e) {
    return e.op().precedence();
  }

  @Override
  public Integer visit(Expr.Cast e) {
    return isRedundant(e) ? of(e.operand()) : UNARY;
  }

  /**
   * True for a cast to the type that the operand has: printed, it would be a warning. A literal of
   * a type that has no literals of its own needs it.
   */
  static boolean isRedundant(Expr.Cast e) {
    boolean isPlain =
        e.type() instanceof Type.Primitive
            || e.operand() instanceof Expr.Read
            || e.operand() instanceof Expr.Component;
    return isPlain && e.type().equals(e.operand().type()) && !isNarrowLiteral(e.operand());
  }

  private static boolean isNarrowLiteral(Expr e) {
    return e instanceof Expr.Literal l
        && (l.type().equals(Type.BYTE) || l.type().equals(Type.SHORT) || l.type().equals(Type.CHAR))
        && Character.isDigit(l.text().charAt(l.text().startsWith("-") ? 1 : 0));
  }

  @Override
  public Integer visit(Expr.Conditional e) {
    return CONDITIONAL;
  }

  @Override
  public Integer visit(Expr.Element e) {
    return PRIMARY;
  }

  @Override
  public Integer visit(Expr.Length e) {
    return PRIMARY;
  }

  @Override
  public Integer visit(Expr.Field e) {
    return PRIMARY;
  }

  @Override
  public Integer visit(Expr.Component e) {
    return PRIMARY;
  }

  @Override
  public Integer visit(Expr.Call e) {
    return PRIMARY;
  }

  @Override
  public Integer visit(Expr.NewRecord e) {
    return PRIMARY;
  }

  @Override
  public Integer visit(Expr.NewArray e) {
    return NEW_ARRAY;
  }

  @Override
  public Integer visit(Expr.ArrayLiteral e) {
    return NEW_ARRAY;
  }

  /** The text is not parsed: all but the simplest stands in parentheses. */
  @Override
  public Integer visit(Expr.Opaque e) {
    StringBuilder text = new StringBuilder();
    for (Code.Part part : e.code().parts()) {
      boolean isName = !(part instanceof Code.Text || part instanceof Code.Space);
      text.append(isName ? "x" : part instanceof Code.Text t ? t.text() : " ");
    }
    return isPrimary(text.toString()) ? PRIMARY : LOWEST;
  }

  /** True for a chain of names, calls and indices, read without looking into the brackets. */
  private static boolean isPrimary(String text) {
    if (text.indexOf('"') >= 0 || text.indexOf('\'') >= 0 || text.indexOf('/') >= 0) {
      return false;
    }
    StringBuilder outside = new StringBuilder();
    int open = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(' || c == '[') {
        open++;
      } else if (c == ')' || c == ']') {
        open--;
      } else if (open == 0) {
        outside.append(c);
      }
    }
    return open == 0 && SIMPLE.matcher(outside).matches();
  }

  @Override
  public Integer visit(Expr.Assigning e) {
    return ASSIGNMENT;
  }

  @Override
  public Integer visit(Expr.Stepping e) {
    return UNARY;
  }

  @Override
  public Integer visit(Expr.Choosing e) {
    return LOWEST;
  }
}
