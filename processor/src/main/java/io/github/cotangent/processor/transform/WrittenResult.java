package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Printer;
import io.github.cotangent.processor.ir.Search;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Functions whose result is one array that is written out, and the same as a sum:
 *
 * <pre>{@code
 * double[] result = {y * y, x * y};    double result0 = y * y;
 * return result;                       double result1 = x * y;
 *                                      return dResult0 * result0 + dResult1 * result1;
 * }</pre>
 */
final class WrittenResult {

  private WrittenResult() {}

  /** The elements of the result, if all that the function returns is one array written out. */
  static List<Expr> elements(Function f) {
    List<Stmt> body = f.body().statements();
    int last = body.size() - 1;
    int[] count = new int[1];
    if (last < 1
        || !(body.get(last) instanceof Stmt.Return r)
        || !(r.value().orElse(null) instanceof Expr.Read read)
        || !(body.get(last - 1) instanceof Stmt.Local l)
        || !l.var().equals(read.var())
        || !(l.init().orElse(null) instanceof Expr.ArrayLiteral a)
        || !a.type().element().equals(Type.DOUBLE)) {
      return List.of();
    }
    new Walker() {
      @Override
      public Void visit(Stmt.Return s) {
        count[0]++;
        return super.visit(s);
      }
    }.walk(f.body());
    return count[0] == 1 ? a.elements() : List.of();
  }

  /** True if a function calls anything but {@code Math}. */
  static boolean callsOthers(Function f) {
    return new Search() {
      @Override
      public Void visit(Expr.Call e) {
        foundIf(e.callee().kind() != Callee.Kind.MATH);
        return super.visit(e);
      }

      @Override
      public Void visit(Expr.Opaque e) {
        return found();
      }

      @Override
      public Void visit(Stmt.Verbatim s) {
        return found();
      }
    }.in(f.body());
  }

  /** The function that gives the sum of the result's elements, each times its seed. */
  static Function weighted(Function f, List<Var> seeds, Names names) {
    List<Expr> elements = elements(f);
    List<Stmt> all = f.body().statements();
    List<Stmt> body = new ArrayList<>(all.subList(0, all.size() - 2));
    Stmt.Local made = (Stmt.Local) all.get(all.size() - 2);
    Expr sum = null;
    for (int i = 0; i < elements.size(); i++) {
      Var element = names.fresh("result" + i, Type.DOUBLE);
      String text = "result[" + i + "] = " + Printer.print(elements.get(i));
      Origin titled = new Origin(made.origin().start(), made.origin().end(), text);
      body.add(new Stmt.Local(element, Optional.of(elements.get(i)), titled));
      Expr part = Make.binary(Expr.Binary.Op.MUL, Make.read(seeds.get(i)), Make.read(element));
      sum = sum == null ? part : Make.add(sum, part);
    }
    body.add(new Stmt.Return(Optional.of(sum), all.get(all.size() - 1).origin()));
    List<Var> parameters = new ArrayList<>(f.parameters());
    parameters.addAll(seeds);
    Set<Var> constants = new HashSet<>(f.constants());
    constants.addAll(seeds);
    return new Function(
        f.owner(),
        f.name(),
        parameters,
        constants,
        Type.DOUBLE,
        new Stmt.Block(body, f.body().origin()),
        f.thrown(),
        f.reserved(),
        f.origin());
  }
}
