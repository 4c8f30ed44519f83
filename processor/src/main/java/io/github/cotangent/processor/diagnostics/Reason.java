package io.github.cotangent.processor.diagnostics;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Printer;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Why something was chosen, or could not be: what a decider of the compiler answers with. It is put
 * into words only where the user asks ({@code -Acotangent.explain}).
 *
 * @param why the words
 * @param at the place in the source that they speak of; {@link Origin#NONE} where there is none
 * @param arguments what fills the places in the words: other reasons, code, variables, text
 */
public record Reason(Why why, Origin at, List<Object> arguments) {

  public Reason {
    arguments = List.copyOf(arguments);
  }

  /** A reason that speaks of a place. */
  public static Reason at(Origin at, Why why, Object... arguments) {
    return new Reason(why, at, Arrays.asList(arguments));
  }

  /** A reason that speaks of no other place than where it is told. */
  public static Reason of(Why why, Object... arguments) {
    return at(Origin.NONE, why, arguments);
  }

  /**
   * The words.
   *
   * @param lines the line of a place
   */
  public String text(ToIntFunction<Origin> lines) {
    Object[] words = arguments.stream().map(a -> word(a, lines)).toArray();
    String line = at.isInSource() ? " (line " + lines.applyAsInt(at) + ")" : "";
    return why.words().formatted(words).replace("{at}", line);
  }

  private static String word(Object argument, ToIntFunction<Origin> lines) {
    if (argument instanceof Reason r) {
      return r.text(lines);
    }
    if (argument instanceof Expr e) {
      return Printer.print(e);
    }
    if (argument instanceof Type t) {
      return Printer.print(t);
    }
    return argument instanceof Stmt s ? Printer.title(s) : argument.toString();
  }
}
