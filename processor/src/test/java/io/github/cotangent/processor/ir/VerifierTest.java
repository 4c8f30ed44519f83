package io.github.cotangent.processor.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the verifier refuses. */
class VerifierTest {

  private static final Origin AT = Origin.NONE;
  private static final Type.ClassType OWNER =
      new Type.ClassType("a", List.of("Owner"), List.of(), true);
  private static final Type.Array DOUBLES = new Type.Array(Type.DOUBLE);
  private static final Var X = new Var(1, "x", Type.DOUBLE);
  private static final Var N = new Var(2, "n", Type.INT);
  private static final Var A = new Var(3, "a", DOUBLES);
  private static final Var M = new Var(4, "m", new Type.Array(DOUBLES));
  private static final Expr ONE = new Expr.Literal(Type.INT, "1");

  private static Function function(Stmt... body) {
    return new Function(
        OWNER,
        "f",
        List.of(X, N, A, M),
        Set.of(),
        Type.DOUBLE,
        Stmt.Block.of(List.of(body)),
        Set.of(),
        AT);
  }

  private static Expr read(Var v) {
    return new Expr.Read(v);
  }

  private static Stmt local(Var v, Expr init) {
    return new Stmt.Local(v, Optional.of(init), AT);
  }

  private static Stmt returns(Expr e) {
    return new Stmt.Return(Optional.of(e), AT);
  }

  private static Expr sum(Expr left, Expr right) {
    return new Expr.Binary(Expr.Binary.Op.ADD, left, right, Type.DOUBLE);
  }

  private static Expr call(Expr argument) {
    Callee callee =
        new Callee(Callee.Kind.LOCAL, OWNER, "g", List.of(argument.type()), Type.DOUBLE, true);
    return new Expr.Call(callee, null, List.of(argument), AT);
  }

  private static void refused(String message, Stmt... body) {
    Function f = function(body);
    Exception e = assertThrows(IllegalStateException.class, () -> Verifier.verifyCore(f));
    assertEquals(message, e.getMessage());
  }

  @Test
  void acceptsCore() {
    Var y = new Var(5, "y", Type.DOUBLE);
    Stmt body = new Stmt.While(new Expr.Literal(Type.BOOLEAN, "true"), Stmt.Block.EMPTY, AT);
    Verifier.verifyCore(
        function(
            local(y, call(read(A))), new Stmt.Labeled("l", body, AT), returns(sum(read(y), ONE))));
  }

  @Test
  void scopes() {
    Var y = new Var(5, "y", Type.DOUBLE);
    Var other = new Var(6, "y", Type.DOUBLE);
    refused("not in scope: y with id 5", returns(read(y)));
    refused("not in scope: y with id 5", Stmt.Block.of(List.of(local(y, ONE))), returns(read(y)));
    refused("declared twice: y with id 5", Stmt.Block.of(List.of(local(y, ONE))), local(y, ONE));
    refused("hides another variable of this name: y", local(y, ONE), local(other, ONE));
  }

  @Test
  void jumps() {
    refused("jumps nowhere: break;", new Stmt.Break(Optional.empty(), AT));
    refused("jumps nowhere: continue l;", labeled(new Stmt.Continue(Optional.of("l"), AT)));
    refused("jumps nowhere: break m;", labeled(new Stmt.Break(Optional.of("m"), AT)));
  }

  private static Stmt labeled(Stmt s) {
    return new Stmt.Labeled("l", Stmt.Block.of(List.of(s)), AT);
  }

  @Test
  void types() {
    refused("value does not fit: int k = x;", local(new Var(5, "k", Type.INT), read(X)));
    refused("index not an int: a[x]", returns(new Expr.Element(read(A), read(X))));
    refused(
        "test not boolean: if (n) {}",
        new Stmt.If(read(N), Stmt.Block.EMPTY, Stmt.Block.EMPTY, AT));
    refused("not of type int: n + n", returns(sum(read(N), read(N))));
    refused(
        "not target op value: x += 1;",
        new Stmt.Assign(new Place.Variable(X), sum(read(N), ONE), true, AT));
    refused("does not return double: return a;", returns(read(A)));
  }

  @Test
  void coreRules() {
    Var y = new Var(5, "y", Type.DOUBLE);
    refused("call inside an expression: g(x)", local(y, sum(call(read(X)), ONE)));
    refused("returns a call: return g(x);", returns(call(read(X))));
    refused(
        "reference that is not a variable: g(m[n])",
        local(y, call(new Expr.Element(read(M), read(N)))));
    refused(
        "call not assigned to a variable: g(x)",
        new Stmt.Assign(new Place.Slot(read(A), read(N)), call(read(X)), false, AT));
    refused(
        "?: of a differentiable type: x == x ? x : x",
        returns(
            new Expr.Conditional(
                new Expr.Binary(Expr.Binary.Op.EQ, read(X), read(X), Type.BOOLEAN),
                read(X),
                read(X),
                Type.DOUBLE)));
    refused(
        "surface: x = 1",
        new Stmt.Evaluate(new Expr.Assigning(new Place.Variable(X), null, ONE, AT), AT));
  }
}
