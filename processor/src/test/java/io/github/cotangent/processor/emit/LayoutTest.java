package io.github.cotangent.processor.emit;

import static io.github.cotangent.processor.emit.Build.DOUBLES;
import static io.github.cotangent.processor.emit.Build.add;
import static io.github.cotangent.processor.emit.Build.at;
import static io.github.cotangent.processor.emit.Build.block;
import static io.github.cotangent.processor.emit.Build.call;
import static io.github.cotangent.processor.emit.Build.cls;
import static io.github.cotangent.processor.emit.Build.code;
import static io.github.cotangent.processor.emit.Build.local;
import static io.github.cotangent.processor.emit.Build.math;
import static io.github.cotangent.processor.emit.Build.mul;
import static io.github.cotangent.processor.emit.Build.note;
import static io.github.cotangent.processor.emit.Build.ret;
import static io.github.cotangent.processor.emit.Build.set;
import static io.github.cotangent.processor.emit.Build.when;
import static io.github.cotangent.processor.emit.StatementsTest.print;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import org.junit.jupiter.api.Test;

/**
 * What stands between statements and inside of them: comments, empty lines, margins, line breaks.
 */
class LayoutTest {

  private static final Build B = new Build();
  private static final Expr X = B.d("x");
  private static final Expr Y = B.d("y");
  private static final Expr I = B.i("i");
  private static final Expr P = B.z("p");
  private static final Expr XS = B.read("xs", DOUBLES);

  @Test
  void aCommentInElseKeepsItsBraces() {
    Stmt inner = when(P, block(set(X, Y)), block());
    assertThat(print(when(P, block(set(Y, X)), block(note("linear"), inner))))
        .isEqualTo(
            """
            if (p) {
              y = x;
            } else {
              // linear
              if (p) {
                x = y;
              }
            }""");
  }

  @Test
  void emptyLinesStandOnlyBetween() {
    assertThat(
            print(
                note(""),
                note("Forward pass"),
                set(X, Y),
                note(""),
                note(" "),
                when(P, block(note(""), set(X, Y), note("")), block()),
                note("")))
        .isEqualTo(
            """
            // Forward pass
            x = y;

            if (p) {
              x = y;
            }""");
  }

  @Test
  void trailingComments() {
    assertThat(
            print(
                note("^at the start"),
                set(at(XS, I), Y),
                note("^needed by: y = y * y"),
                when(P, block(set(X, Y)), block()),
                note("^behind a brace"),
                set(X, Y),
                note("^" + "too long for the end of the line, ".repeat(3) + "so it stands above")))
        .isEqualTo(
            """
            // at the start
            xs[i] = y; // needed by: y = y * y
            if (p) {
              x = y;
            }
            // behind a brace
            // too long for the end of the line, too long for the end of the line, too long for the end of the
            //     line, so it stands above
            x = y;""");
  }

  @Test
  void commentsCannotEndEarly() {
    assertThat(
            print(
                note("s = \"\\u000a\" + '\\\\u0041'"),
                note("a\r\nb\u2028c\fd\u0085e"),
                note("*/ $T $L $W $$ $>")))
        .isEqualTo(
            """
            // s = "\\\\u000a" + '\\\\u0041'
            // a b c d e
            // */ $T $L $W $$ $>""");
  }

  @Test
  void verbatimMovesToItsNewMargin() {
    Stmt block =
        new Stmt.Verbatim(
            code(
                "synchronized (",
                XS,
                ") {\r\n        ",
                cls("java.util", "Map"),
                ".of();\r\n\r\n          //\u2028 $L\r\n      }"),
            "UnsupportedStatement",
            Origin.NONE);
    assertThat(print(when(P, block(block), block())))
        .isEqualTo(
            """
            if (p) {
              synchronized (xs) {
                Map.of();

                  //\\u2028 $L
              }
            }""");
  }

  @Test
  void longLinesBreakAtTheOutermostOperators() {
    Expr product = mul(math("someLongName", X, Y), math("anotherLongName", X, add(X, Y)));
    assertThat(
            print(set(X, add(add(product, product), product)), ret(mul(X, add(product, product)))))
        .isEqualTo(
            """
            x = Math.someLongName(x, y) * Math.anotherLongName(x, x + y)
                + Math.someLongName(x, y) * Math.anotherLongName(x, x + y)
                + Math.someLongName(x, y) * Math.anotherLongName(x, x + y);
            return x * (Math.someLongName(x, y) * Math.anotherLongName(x, x + y)
                + Math.someLongName(x, y) * Math.anotherLongName(x, x + y));""");
  }

  @Test
  void aLineBreaksBehindTheAssignmentFirst() {
    Expr e = call(Callee.Kind.FOREIGN, Build.OWNER, "f".repeat(60), Type.DOUBLE, X, Y);
    assertThat(print(local(B.d("aVeryLongNameOfAVariable".repeat(2)), e)))
        .isEqualTo(
            """
            double aVeryLongNameOfAVariableaVeryLongNameOfAVariable =
                ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff(x, y);""");
  }
}
