package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Which arrays in the code of a finished derivative may be one and the same: those of the primal,
 * their adjoints, and those in which values are recorded. Of what it does not know it says that it
 * may.
 *
 * <p>No adjoint is an array of the primal. Of two arrays of the primal, one must have been made in
 * the function: a caller may pass one array as two arguments.
 */
final class Sharing {

  private final Regions regions;
  private final AdjointVars adjoints;
  private final BiPredicate<Expr, Expr> mayAdjointsShare;
  private final Set<Var> primals;

  /** The storage that may come from outside of the function. */
  private final Set<Regions.Region> foreign = new HashSet<>();

  /**
   * Knows the arrays of one function and of its derivative.
   *
   * @param mayAdjointsShare true where two elements of adjoint arrays may be in one array
   */
  Sharing(
      Function function,
      Regions regions,
      AdjointVars adjoints,
      BiPredicate<Expr, Expr> mayAdjointsShare) {
    this.regions = regions;
    this.adjoints = adjoints;
    this.mayAdjointsShare = mayAdjointsShare;
    this.primals = new HashSet<>(function.parameters());
    function.parameters().forEach(p -> comesFromOutside(Make.read(p)));
    new Origins().walk(function.body());
  }

  private void comesFromOutside(Expr e) {
    if (e.type().isReference()) {
      foreign.addAll(regions.reachable(e.type(), regions.of(e)));
    }
  }

  /** True if the two elements may be in one array. */
  boolean mayShare(Expr.Element a, Expr.Element b) {
    Var first = root(a);
    Var second = root(b);
    if (!a.type().equals(b.type())) {
      return false;
    }
    if (Make.isShadow(a.array()) || Make.isShadow(b.array())) {
      return mayBeShadow(a, first) && mayBeShadow(b, second) && mayAdjointsShare.test(a, b);
    }
    if (first == null || second == null || !isKnown(first) || !isKnown(second)) {
      return true;
    }
    if (adjoints.isRecording(first) || adjoints.isRecording(second)) {
      return first.equals(second);
    }
    if (primals.contains(first) != primals.contains(second)) {
      return false;
    }
    return primals.contains(first)
        ? mayPrimalsShare(regions.of(a.array()), regions.of(b.array()))
        : mayAdjointsShare.test(a, b);
  }

  private boolean mayBeShadow(Expr.Element e, Var root) {
    return Make.isShadow(e.array())
        || root == null
        || !isKnown(root)
        || adjoints.isOfVariable(root);
  }

  private boolean mayPrimalsShare(Regions.Region a, Regions.Region b) {
    return a.equals(b) || foreign.contains(a) && foreign.contains(b);
  }

  /** True if the caller could see that something was stored into the element of a primal array. */
  boolean isSeen(Expr.Element stored) {
    if (Make.isShadow(stored.array())) {
      return false;
    }
    Var root = root(stored);
    return root == null
        || !isKnown(root)
        || primals.contains(root) && foreign.contains(regions.of(stored.array()));
  }

  /**
   * True if an assignment puts back what was recorded. That is in the backward pass, where nothing
   * fails: what it reads was read before.
   */
  boolean putsBack(Stmt.Assign s) {
    Expr from = s.value() instanceof Expr.Call pop ? pop.receiver() : s.value();
    Var root = from == null ? null : root(from);
    return root != null && adjoints.isKeeping(root);
  }

  /** True for an element of an array of the primal. */
  boolean isOfPrimal(Expr.Element e) {
    return primals.contains(root(e));
  }

  private boolean isKnown(Var v) {
    return primals.contains(v) || adjoints.isOfVariable(v) || adjoints.isRecording(v);
  }

  private static Var root(Expr e) {
    if (e instanceof Expr.Element x) {
      return root(x.array());
    }
    if (e instanceof Expr.Component c) {
      return root(c.record());
    }
    return e instanceof Expr.Read r ? r.var() : null;
  }

  /** Finds what comes from outside; all else comes from {@code new} and from copies. */
  private final class Origins extends Walker {

    @Override
    protected void declare(Var v) {
      primals.add(v);
    }

    @Override
    public Void visit(Expr.Call e) {
      switch (e.callee().kind()) {
        case MATH, ARRAY -> {}
        case LOCAL, LINKED, RULED, GENERATED -> comesFromOutside(e);
        case CONSTANT, SINK, FOREIGN -> {
          comesFromOutside(e);
          e.arguments().forEach(Sharing.this::comesFromOutside); // They may be kept there.
        }
      }
      return super.visit(e);
    }

    @Override
    public Void visit(Expr.Field e) {
      comesFromOutside(e);
      return super.visit(e);
    }

    @Override
    public Void visit(Expr.Opaque e) {
      comesFromOutside(e);
      carried(e.code());
      return super.visit(e);
    }

    @Override
    public Void visit(Stmt.Verbatim s) {
      carried(s.code());
      return super.visit(s);
    }

    private void carried(Code code) {
      code.reads().forEach(v -> comesFromOutside(Make.read(v)));
      code.writes().forEach(v -> comesFromOutside(Make.read(v)));
    }
  }
}
