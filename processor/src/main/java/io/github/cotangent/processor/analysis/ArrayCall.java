package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One of the array operations of the JDK, with its operands by role.
 *
 * <ul>
 *   <li>{@code source.clone()}, {@code Arrays.copyOf(source, length)}, {@code
 *       Arrays.copyOfRange(source, from, to)}: a new array;
 *   <li>{@code System.arraycopy(source, from, target, to, length)};
 *   <li>{@code Arrays.fill(target, value)}, {@code Arrays.fill(target, from, to, value)}.
 * </ul>
 *
 * @param source the array read, or null
 * @param target the array written, or null
 * @param value the value filled in, or null
 */
public record ArrayCall(Kind kind, Expr source, Expr target, Expr value, List<Expr> bounds) {

  /** The operations. */
  public enum Kind {
    CLONE,
    COPY_OF,
    COPY_OF_RANGE,
    ARRAYCOPY,
    FILL
  }

  /**
   * Reads the roles of a call's operands; {@code bounds} are the int arguments in order.
   *
   * @throws IllegalArgumentException if the call is none of the operations
   */
  public static ArrayCall of(Expr.Call call) {
    List<Expr> args = call.arguments();
    return switch (call.callee().name()) {
      case "clone" -> new ArrayCall(Kind.CLONE, call.receiver(), null, null, List.of());
      case "copyOf" -> new ArrayCall(Kind.COPY_OF, args.get(0), null, null, args.subList(1, 2));
      case "copyOfRange" ->
          new ArrayCall(Kind.COPY_OF_RANGE, args.get(0), null, null, args.subList(1, 3));
      case "arraycopy" ->
          new ArrayCall(
              Kind.ARRAYCOPY,
              args.get(0),
              args.get(2),
              null,
              List.of(args.get(1), args.get(3), args.get(4)));
      case "fill" ->
          args.size() == 2
              ? new ArrayCall(Kind.FILL, null, args.get(0), args.get(1), List.of())
              : new ArrayCall(Kind.FILL, null, args.get(0), args.get(3), args.subList(1, 3));
      default -> throw new IllegalArgumentException("not an array operation: " + call.callee());
    };
  }

  /** True for an expression that makes a new array: each time that it runs, another one. */
  public static boolean isNew(Expr e) {
    return e instanceof Expr.NewArray
        || e instanceof Expr.ArrayLiteral
        || e instanceof Expr.Call c
            && c.callee().kind() == Callee.Kind.ARRAY
            && of(c).target() == null;
  }

  /** The variables that a loop declares with new arrays, other ones in each round, for good. */
  public static Set<Var> madeIn(Stmt loop) {
    Set<Var> made = new HashSet<>();
    Set<Var> assigned = new HashSet<>();
    new Walker() {
      @Override
      public Void visit(Stmt.Local s) {
        s.init().filter(ArrayCall::isNew).ifPresent(e -> made.add(s.var()));
        return super.visit(s);
      }

      @Override
      protected void write(Var v) {
        assigned.add(v);
      }
    }.walk(loop);
    made.removeAll(assigned);
    return made;
  }

  /** The type of the elements moved. */
  public Type element() {
    return ((Type.Array) (source != null ? source : target).type()).element();
  }
}
