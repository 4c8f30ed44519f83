package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.optimize.Optimization;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The generated members of forward mode: {@code fTangent}, which works on its caller's arrays,
 * {@code fJvp}, which leaves them alone, and the record that both return.
 */
public final class JvpMembers {

  private final Tangent tangent;
  private final Function primal;
  private final Linkage linkage;
  private final Summaries summaries;
  private final Assembly assembly;
  private final List<Declaration> members = new ArrayList<>();

  private JvpMembers(Tangent tangent, Summaries summaries, Set<Optimization> enabled) {
    this.tangent = tangent;
    this.primal = tangent.primal();
    this.linkage = tangent.linkage();
    this.summaries = summaries;
    this.assembly = new Assembly(enabled);
  }

  /** {@code fJvp}, and {@code fTangent} where that is what it calls. */
  public static List<Declaration> published(
      Tangent tangent, Summaries summaries, Set<Optimization> enabled) {
    JvpMembers members = new JvpMembers(tangent, summaries, enabled);
    if (members.isOwnMethod()) {
      members.function(members.entry());
    } else {
      members.wrapper();
      members.function(List.of());
    }
    return members.members;
  }

  /** What only other derivatives call. */
  public static List<Declaration> linkage(
      Tangent tangent, Summaries summaries, Set<Optimization> enabled) {
    JvpMembers members = new JvpMembers(tangent, summaries, enabled);
    members.function(List.of());
    return members.members;
  }

  /** The record that the function returns, if it returns anything. */
  public static Optional<Declaration> result(Tangent tangent) {
    return tangent.primal().result() instanceof Type.Void
        ? Optional.empty()
        : Optional.of(
            record(
                tangent,
                tangent.linkage().jvpType(),
                "The value of " + tangent.link() + " and its tangent."));
  }

  private boolean isOwnMethod() {
    return tangent.function().name().equals(linkage.jvp());
  }

  private void function(List<Stmt> entry) {
    List<Stmt> code = new ArrayList<>(entry);
    code.addAll(primalCalls(tangent.function().body().statements()));
    method(
        tangent.function().name(),
        tangent.function().parameters(),
        tangent.function().result(),
        assembly.finish(tangent.function().parameters(), code, tangent.names(), this::sharing),
        isOwnMethod() ? doc() : inPlaceDoc());
  }

  private Sharing sharing() {
    Function f = tangent.function();
    Regions regions = Regions.of(f, Set.of(), summaries);
    return new Sharing(f, regions, new AdjointVars(tangent.names().copy()), (a, b) -> true);
  }

  private static List<Stmt> primalCalls(List<Stmt> code) {
    return new Rewriter() {
      @Override
      public Expr visit(Expr.Call e) {
        return ReceiverFirst.of((Expr.Call) super.visit(e));
      }
    }.stmts(code);
  }

  private String doc() {
    return "The value of "
        + tangent.link()
        + " and its derivative along a direction. For every variable {@code v}, {@code vDot} is the"
        + " derivative of {@code v} along it.";
  }

  private String inPlaceDoc() {
    return "Runs "
        + tangent.link()
        + " and its derivative along a direction, both on the caller's arrays. For every variable"
        + " {@code v}, {@code vDot} is the derivative of {@code v} along the direction.";
  }

  private void method(String name, List<Var> parameters, Type result, List<Stmt> body, String doc) {
    Function made =
        new Function(
            linkage.container(),
            name,
            parameters,
            Set.of(),
            result instanceof Type.Record r && r.equals(linkage.jvpType()) ? r.name() : result,
            Stmt.Block.of(body),
            primal.thrown(),
            tangent.function().reserved(),
            primal.origin());
    members.add(new Declaration.Method(made, true, tangent.visibility(), doc));
  }

  private static Declaration record(Tangent tangent, Type.Record type, String doc) {
    return new Declaration.RecordClass(type, tangent.visibility(), doc);
  }

  // fJvp around fTangent

  private void wrapper() {
    List<Stmt> code = new ArrayList<>(entry());
    List<Var> parameters = new ArrayList<>(primal.parameters());
    for (int i : tangent.withRespectTo()) {
      Var dot = tangent.dot(i);
      if (tangent.given().contains(i)) {
        parameters.add(dot);
      } else {
        zeros(primal.parameters().get(i), dot, code);
      }
    }
    List<Expr> arguments = tangent.function().parameters().stream().map(Make::read).toList();
    Type result = tangent.function().result();
    Expr run = Make.call(linkage.container(), tangent.function().name(), result, arguments);
    String doc =
        "The value of "
            + tangent.link()
            + " and its derivative along a direction, {@code vDot}"
            + " for every argument {@code v}. The arguments stay as they are.";
    if (!(primal.result() instanceof Type.Void)) {
      code.add(Members.returns(run));
      method(linkage.jvp(), parameters, result, code, doc);
      return;
    }
    Type.Record outputs = outputs();
    code.add(Make.evaluate(run));
    List<Expr> parts = new ArrayList<>();
    for (int i : written()) {
      parts.add(Make.read(primal.parameters().get(i)));
      parts.add(Make.read(tangent.dot(i)));
    }
    code.add(Members.returns(Members.newRecord(outputs, parts)));
    method(linkage.jvp(), parameters, outputs.name(), code, doc);
    members.add(
        record(tangent, outputs, "What " + tangent.link() + " left in the arrays that it writes."));
  }

  /** Declares the tangent of an argument that none is passed for. */
  private void zeros(Var p, Var dot, List<Stmt> code) {
    AdjointVars made = new AdjointVars(tangent.names());
    Var map = made.made("zeros", Make.SHADOWS);
    if (Leaf.of(p.type()).stream().anyMatch(l -> !l.isScalar() && !l.isValue())) {
      code.add(Make.local(map, Make.create(Make.SHADOWS)));
    }
    Expr zeros =
        Leaf.assemble(
            p.type(),
            leaf ->
                leaf.isScalar()
                    ? Make.zero(leaf.type())
                    : ShadowCalls.zeroTangent(leaf.in(Make.read(p)), map, made),
            Make.read(p));
    code.add(Make.local(dot, zeros));
  }

  /** Checks of the arguments, and copies of what the function writes into. */
  private List<Stmt> entry() {
    List<Stmt> out = new ArrayList<>(TangentChecks.shapesAndConstants(tangent));
    List<Var> written = new Arguments(primal, summaries).copied();
    if (written.isEmpty()) {
      return out;
    }
    out.add(new Stmt.Comment("The arguments stay as they are: work on copies."));
    AdjointVars made = new AdjointVars(tangent.names());
    Var copies = made.made("copies", Make.COPIES);
    out.add(Make.local(copies, Make.create(Make.COPIES)));
    for (Var p : written) {
      boolean mayBeNull = !primal.differentiable().contains(p);
      copy(p, mayBeNull, copies, made, out);
      int i = primal.parameters().indexOf(p);
      if (tangent.given().contains(i)) {
        copy(tangent.dot(i), false, copies, made, out);
      }
    }
    return out;
  }

  private static void copy(Var v, boolean mayBeNull, Var copies, AdjointVars made, List<Stmt> out) {
    out.add(Make.assign(v, RecordCopies.copy(Make.read(v), Make.read(copies), made, mayBeNull)));
  }

  private List<Integer> written() {
    return IntStream.range(0, primal.parameters().size())
        .filter(i -> linkage.differentiates(i) && summaries.writes(primal, i))
        .boxed()
        .toList();
  }

  /** The arrays that a {@code void} method writes, each with its tangent. */
  private Type.Record outputs() {
    List<Type.Component> components = new ArrayList<>();
    for (int i : written()) {
      Var p = primal.parameters().get(i);
      components.add(new Type.Component(Linkage.componentName(p.name()), p.type()));
      components.add(new Type.Component(tangent.dot(i).name(), p.type()));
    }
    return new Type.Record(linkage.jvpType().name(), components);
  }
}
