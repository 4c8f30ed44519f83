package io.github.cotangent.processor.emit;

import static io.github.cotangent.processor.emit.Build.DOUBLES;
import static io.github.cotangent.processor.emit.Build.bin;
import static io.github.cotangent.processor.emit.Build.block;
import static io.github.cotangent.processor.emit.Build.cls;
import static io.github.cotangent.processor.emit.Build.eval;
import static io.github.cotangent.processor.emit.Build.lit;
import static io.github.cotangent.processor.emit.Build.local;
import static io.github.cotangent.processor.emit.Build.loop;
import static io.github.cotangent.processor.emit.Build.math;
import static io.github.cotangent.processor.emit.Build.note;
import static io.github.cotangent.processor.emit.Build.num;
import static io.github.cotangent.processor.emit.Build.opaque;
import static io.github.cotangent.processor.emit.Build.ret;
import static io.github.cotangent.processor.emit.Build.set;
import static io.github.cotangent.processor.emit.Build.update;
import static io.github.cotangent.processor.emit.Build.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Expr.Binary.Op;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each statement, as Java. */
class StatementsTest {

  private static final Build B = new Build();
  private static final Expr X = B.d("x");
  private static final Expr Y = B.d("y");
  private static final Expr I = B.i("i");
  private static final Expr J = B.i("j");
  private static final Expr N = B.i("n");
  private static final Expr P = B.z("p");
  private static final Expr XS = B.read("xs", DOUBLES);
  private static final Stmt STEP = update(I, Op.ADD, num(1));
  private static final Stmt BACK = update(J, Op.SUB, num(1));
  private static final Expr TRUE = lit(Type.BOOLEAN, "true");

  /** A body at the left margin. */
  static String print(Stmt... body) {
    Scope scope = Scope.of(Build.OWNER, List.of(), null);
    return Statements.body(block(body), scope, 0, null)
        .toString()
        .replaceAll("\\b(?:[a-z]+\\.)+(?=[A-Z])", "")
        .strip();
  }

  @Test
  void declarations() {
    Type hidden = new Type.ClassType("", List.of("capture#1 of ?"), List.of(), false);
    Type names = new Type.ClassType("java.util", List.of("List"), List.of(Type.STRING), true);
    Expr row = new Expr.ArrayLiteral((Type.Array) DOUBLES, List.of(X, Y));
    assertThat(
            print(
                local(X, num(1.0)),
                local(Y, null),
                local(XS, row),
                local(B.read("names", names), B.read("others", names)),
                local(B.read("h", hidden), opaque(hidden, "pick()")),
                local(B.read("hs", new Type.Array(hidden)), opaque(hidden, "all()"))))
        .isEqualTo(
            """
            double x = 1.0;
            double y;
            double[] xs = {x, y};
            List<String> names = others;
            var h = pick();
            var hs = all();""");
  }

  @Test
  void branches() {
    Stmt three =
        when(
            P,
            block(set(X, Y)),
            block(
                when(bin(X, Op.LT, Y), block(set(X, num(0.0))), block(when(P, block(), block())))));
    assertThat(print(three, when(P, block(note("")), block(set(X, Y), note("")))))
        .isEqualTo(
            """
            if (p) {
              x = y;
            } else if (x < y) {
              x = 0.0;
            } else if (p) {}
            if (p) {} else {
              x = y;
            }""");
  }

  @Test
  void loops() {
    assertThat(
            print(
                loop(List.of(local(I, num(0))), bin(I, Op.LT, N), List.of(STEP), set(X, Y)),
                loop(
                    List.of(local(I, num(0)), local(J, N)),
                    bin(I, Op.LT, J),
                    List.of(STEP, BACK),
                    set(X, Y)),
                loop(List.of(set(I, num(0)), set(J, N)), bin(I, Op.LT, J), List.of(), set(X, Y)),
                loop(List.of(), TRUE, List.of(), new Stmt.Break(Optional.empty(), Origin.NONE)),
                loop(List.of(local(I, num(0))), TRUE, List.of(STEP)),
                new Stmt.While(TRUE, block(BACK), Origin.NONE),
                new Stmt.DoWhile(block(BACK), bin(J, Op.GT, num(0)), Origin.NONE)))
        .isEqualTo(
            """
            for (int i = 0; i < n; i++) {
              x = y;
            }
            for (int i = 0, j = n; i < j; i++, j--) {
              x = y;
            }
            for (i = 0, j = n; i < j;) {
              x = y;
            }
            for (;;) {
              break;
            }
            for (int i = 0; ; i++) {}
            while (true) {
              j--;
            }
            do {
              j--;
            } while (j > 0);""");
  }

  @Test
  void initializersOfTwoTypesStandInFrontOfTheLabel() {
    Stmt.For loop =
        loop(
            List.of(local(I, num(0)), local(X, num(0.0))),
            bin(I, Op.LT, N),
            List.of(STEP),
            new Stmt.Continue(Optional.of("rows"), Origin.NONE));
    assertThat(print(new Stmt.Labeled("rows", loop, Origin.NONE), loop))
        .isEqualTo(
            """
            {
              int i = 0;
              double x = 0.0;
              rows:
              for (; i < n; i++) {
                continue rows;
              }
            }
            {
              int i = 0;
              double x = 0.0;
              for (; i < n; i++) {
                continue rows;
              }
            }""");
  }

  @Test
  void switches() {
    Expr s = B.s("s");
    Expr error = opaque(Type.STRING, "new ", cls("java.lang", "Error"), "(s)");
    Stmt choose =
        new Stmt.Switch(
            s,
            List.of(
                new Stmt.Arm(List.of("\"a$L\"", "\"b\""), false, block(set(X, Y))),
                new Stmt.Arm(List.of("\"c\""), false, block(local(Y, X), set(X, Y))),
                new Stmt.Arm(List.of("\"d\""), false, block(eval(math("max", X, Y)))),
                new Stmt.Arm(List.of("\"e\""), false, block(ret(X))),
                new Stmt.Arm(List.of("\"f\""), false, block()),
                new Stmt.Arm(List.of(), true, block(new Stmt.Throw(error, Origin.NONE)))),
            Origin.NONE);
    assertThat(print(choose))
        .isEqualTo(
            """
            switch (s) {
              case "a$L", "b" -> x = y;
              case "c" -> {
                double y = x;
                x = y;
              }
              case "d" -> Math.max(x, y);
              case "e" -> {
                return x;
              }
              case "f" -> {}
              default -> throw new Error(s);
            }""");
  }

  @Test
  void theOthers() {
    assertThat(
            print(
                ret(null),
                ret(X),
                new Stmt.Assert(P, Optional.empty(), Origin.NONE),
                new Stmt.Assert(P, Optional.of(X), Origin.NONE),
                new Stmt.Break(Optional.of("rows"), Origin.NONE),
                block(set(X, Y)),
                new Stmt.Labeled("here", block(BACK), Origin.NONE)))
        .isEqualTo(
            """
            return;
            return x;
            assert p;
            assert p : x;
            break rows;
            {
              x = y;
            }
            here:
            {
              j--;
            }""");
  }

  @Test
  void surfaceStatementsAreGoneByNow() {
    Stmt each = new Stmt.ForEach(B.var("x", Type.DOUBLE), XS, block(), Origin.NONE);
    assertThatThrownBy(() -> print(each)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> print(new Stmt.OldSwitch(I, List.of(), Origin.NONE)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> print(new Stmt.Yield(I, Origin.NONE)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> print(loop(List.of(note("no")), P, List.of())))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
