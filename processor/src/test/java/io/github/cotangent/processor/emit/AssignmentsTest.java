package io.github.cotangent.processor.emit;

import static io.github.cotangent.processor.emit.Build.DOUBLES;
import static io.github.cotangent.processor.emit.Build.add;
import static io.github.cotangent.processor.emit.Build.at;
import static io.github.cotangent.processor.emit.Build.bin;
import static io.github.cotangent.processor.emit.Build.block;
import static io.github.cotangent.processor.emit.Build.cast;
import static io.github.cotangent.processor.emit.Build.function;
import static io.github.cotangent.processor.emit.Build.lit;
import static io.github.cotangent.processor.emit.Build.method;
import static io.github.cotangent.processor.emit.Build.num;
import static io.github.cotangent.processor.emit.Build.place;
import static io.github.cotangent.processor.emit.Build.set;
import static io.github.cotangent.processor.emit.Build.sub;
import static io.github.cotangent.processor.emit.Build.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Expr.Binary.Op;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AssignmentsTest {

  private static final Build B = new Build();
  private static final Expr D = B.d("d");
  private static final Expr F = B.f("f");
  private static final Expr I = B.i("i");
  private static final Expr L = B.l("l");
  private static final Expr S = B.s("s");
  private static final Expr Y = B.read("y", Type.BYTE);
  private static final Expr C = B.read("c", Type.CHAR);
  private static final Expr H = B.read("h", Type.SHORT);
  private static final Expr XS = B.read("xs", DOUBLES);

  private static String print(Stmt s) {
    return Statements.body(block(s), Scope.of(Build.OWNER, List.of(), null), 0, null)
        .toString()
        .strip();
  }

  static Stream<Arguments> forms() {
    return Stream.of(
        arguments("d = d + 1.0;", set(D, add(D, num(1.0)))),
        arguments("d += 1.0;", update(D, Op.ADD, num(1.0))),
        arguments("d += 1;", update(D, Op.ADD, num(1))),
        arguments("d += i;", update(D, Op.ADD, I)),
        arguments("d *= f + i;", update(D, Op.MUL, add(F, I))),
        arguments("d -= d - f;", update(D, Op.SUB, sub(D, F))),
        arguments("xs[i] += d;", update(at(XS, I), Op.ADD, D)),
        arguments("s += d + f;", update(S, Op.ADD, add(D, F))),
        arguments("s += 1;", update(S, Op.ADD, num(1))),
        arguments("i++;", update(I, Op.ADD, num(1))),
        arguments("i--;", update(I, Op.SUB, num(1))),
        arguments("l++;", update(L, Op.ADD, num(1))),
        arguments("y++;", update(Y, Op.ADD, num(1))),
        arguments("c--;", update(C, Op.SUB, num(1))),
        arguments("i += 2;", update(I, Op.ADD, num(2))),
        arguments("y += 2;", update(Y, Op.ADD, num(2))),
        arguments("y *= y;", update(Y, Op.MUL, Y)),
        arguments("h += y;", update(H, Op.ADD, Y)),
        arguments("l &= i;", update(L, Op.BIT_AND, I)),
        arguments("l <<= i;", update(L, Op.SHL, I)),
        arguments("i >>= 3;", update(I, Op.SHR, num(3))),
        arguments("f += l;", update(F, Op.ADD, L)));
  }

  /** What a compound assignment would narrow in silence has its cast. */
  static Stream<Arguments> lossyForms() {
    Stmt bare = new Stmt.Assign(place(F), add(F, D), true, Origin.NONE);
    return Stream.of(
        arguments("f = (float) (f + d);", update(F, Op.ADD, D)),
        arguments("f = (float) (f + d);", bare),
        arguments("i = (int) (i * d);", update(I, Op.MUL, D)),
        arguments("i = (int) (i + l);", update(I, Op.ADD, L)),
        arguments("i = (int) (i + 1L);", update(I, Op.ADD, lit(Type.LONG, "1L"))),
        arguments("y = (byte) (y + i);", update(Y, Op.ADD, I)),
        arguments("y = (byte) (y + 1000);", update(Y, Op.ADD, num(1000))),
        arguments("c = (char) (c + y);", update(C, Op.ADD, Y)),
        arguments("h = (short) (h + c);", update(H, Op.ADD, C)),
        arguments("i = i << l;", update(I, Op.SHL, L)),
        arguments("y = (byte) (y >>> i);", update(Y, Op.USHR, I)),
        arguments("f = (float) (f * d);", update(F, Op.MUL, D)));
  }

  private static Stmt compound(Expr target, Expr value) {
    return new Stmt.Assign(place(target), value, true, Origin.NONE);
  }

  @ParameterizedTest
  @MethodSource({"forms", "lossyForms"})
  void isPrintedAs(String expected, Stmt s) {
    assertThat(print(s)).isEqualTo(expected);
  }

  @Test
  void anotherShapeIsPlain() {
    assertThat(print(compound(D, add(num(1.0), D)))).isEqualTo("d = 1.0 + d;");
    assertThat(print(compound(D, Build.neg(D)))).isEqualTo("d = -d;");
    assertThat(print(compound(I, cast(Type.INT, Build.neg(F))))).isEqualTo("i = (int) -f;");
  }

  @Test
  void noFormIsAWarningOnThisJdk() {
    List<Stmt> all = Stream.concat(forms(), lossyForms()).map(a -> (Stmt) a.get()[1]).toList();
    String text =
        Build.emit(
            method(
                function(
                    "all",
                    Type.VOID,
                    List.of(D, F, I, L, S, Y, C, H, XS),
                    all.toArray(Stmt[]::new)),
                ""));
    Class<?> compiled = Compile.load("demo.dDemo", Map.of("demo.dDemo", text));
    assertThat(compiled.getDeclaredMethods()).extracting(Method::getName).containsExactly("all");
  }

  @Test
  void everyCompoundOperatorHasItsForm() {
    for (Op op : List.of(Op.MUL, Op.DIV, Op.REM, Op.ADD, Op.SUB, Op.SHL, Op.SHR, Op.USHR)) {
      assertThat(print(update(I, op, num(2)))).isEqualTo("i " + op.symbol() + "= 2;");
    }
    for (Op op : List.of(Op.BIT_AND, Op.BIT_XOR, Op.BIT_OR)) {
      assertThat(print(update(I, op, num(2)))).isEqualTo("i " + op.symbol() + "= 2;");
    }
    Expr p = B.z("p");
    assertThat(print(update(p, Op.BIT_OR, p))).isEqualTo("p |= p;");
    assertThat(print(compound(p, bin(p, Op.AND, p)))).isEqualTo("p = p && p;");
  }
}
