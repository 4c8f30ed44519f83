package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * {@code fPullback} and its class: the forward sweep runs once; {@code apply} maps an adjoint of
 * the result to adjoints of the parameters, any number of times, from any thread. Of a {@code void}
 * method, the arrays that it writes are the result.
 */
final class PullbackMembers {

  private final Derivative derivative;
  private final Summaries summaries;
  private final Linkage linkage;
  private final Function function;
  private final List<Declaration> members = new ArrayList<>();

  PullbackMembers(Derivative derivative, Summaries summaries) {
    this.derivative = derivative;
    this.summaries = summaries;
    this.linkage = derivative.linkage();
    this.function = derivative.function();
  }

  List<Declaration> of() {
    boolean isVoid = function.result() instanceof Type.Void;
    Wrapper wrapper = new Wrapper(derivative, summaries);
    Set<Var> independents = Set.copyOf(function.differentiable());
    List<Var> suspects = new Arguments(function, summaries).suspects(independents);
    List<Var> kept =
        function.parameters().stream()
            .filter(p -> p.type().isReference())
            .filter(p -> independents.contains(p) || suspects.contains(p))
            .toList();
    create(wrapper, kept);
    Var tape = wrapper.adjoints().made("tape", linkage.tapeType());
    List<Var> fields = new ArrayList<>(List.of(tape));
    fields.addAll(kept);
    List<Declaration> methods = new ArrayList<>();
    if (isVoid) {
      methods.add(written(writtenParameters()));
    } else {
      methods.add(value(tape));
    }
    methods.add(isVoid ? applyVoid(wrapper, tape, kept) : apply(wrapper, tape, kept));
    members.add(
        new Declaration.FinalClass(
            linkage.pullbackType(),
            fields,
            methods,
            derivative.visibility(),
            "The value of "
                + derivative.link()
                + ", and the map from its adjoint to the adjoints of the parameters."
                + " Immutable."));
    return members;
  }

  private void create(Wrapper wrapper, List<Var> kept) {
    List<Stmt> code = new ArrayList<>(wrapper.copies());
    List<Expr> all = function.parameters().stream().map(Make::read).toList();
    List<Expr> passed = new ArrayList<>();
    passed.add(Make.call(linkage.container(), linkage.forward(), linkage.tapeType(), all));
    kept.forEach(p -> passed.add(Make.read(p)));
    List<Type.Component> none = List.of();
    Expr made = Members.newRecord(new Type.Record(linkage.pullbackType(), none), passed);
    code.add(Members.returns(made));
    members.add(
        Members.running(
            function,
            derivative,
            linkage.pullback(),
            function.parameters(),
            linkage.pullbackType(),
            code,
            "Runs " + derivative.link() + " and keeps what its pullback needs."));
  }

  private Declaration instance(
      String name, List<Var> parameters, Type result, List<Stmt> body, String doc) {
    Declaration.Method m =
        Members.method(function, derivative, name, parameters, result, body, doc);
    return new Declaration.Method(m.function(), false, derivative.visibility(), doc);
  }

  private Declaration value(Var tape) {
    Expr value = Make.invoke(Make.read(tape), "value", function.result());
    Copied copied = copied(List.of(value), List.of(tape));
    return instance(
        "value",
        List.of(),
        function.result(),
        copied.returning(copied.values().get(0)),
        "The result of " + derivative.link() + ".");
  }

  /** Copies of values, and the statement before them that makes what copies. */
  private record Copied(List<Stmt> code, List<Expr> values) {
    List<Stmt> returning(Expr result) {
      List<Stmt> all = new ArrayList<>(code);
      all.add(Members.returns(result));
      return all;
    }
  }

  /**
   * Arrays are given away as copies that alias as they do; the pullback's own stay as they are.
   *
   * @param fields the fields that the values read
   */
  private static Copied copied(List<Expr> values, List<Var> fields) {
    if (values.stream().allMatch(v -> v.type().arrayTypes().isEmpty())) {
      return new Copied(List.of(), values);
    }
    Expr made = Make.create(Make.COPIES);
    AdjointVars locals =
        new AdjointVars(new Names(fields.stream().map(Var::name).collect(Collectors.toSet())));
    Type only = values.get(0).type();
    if (values.size() == 1 && only instanceof Type.Array && only.leaf().arrayTypes().isEmpty()) {
      return new Copied(List.of(), List.of(RecordCopies.copy(values.get(0), made, locals, false)));
    }
    Var copies = locals.made("copies", Make.COPIES);
    return new Copied(
        List.of(Make.local(copies, made)),
        values.stream().map(v -> RecordCopies.copy(v, Make.read(copies), locals, false)).toList());
  }

  private List<Var> writtenParameters() {
    return IntStream.range(0, function.parameters().size())
        .filter(i -> linkage.differentiates(i) && summaries.writes(function, i))
        .mapToObj(function.parameters()::get)
        .toList();
  }

  /** The final contents of the arrays that a {@code void} method wrote. */
  private Declaration written(List<Var> written) {
    String doc = "What " + derivative.link() + " left in the arrays that it writes.";
    List<Expr> fields = written.stream().map(Make::read).toList();
    Copied copied = copied(fields, written);
    if (written.size() == 1) {
      Type type = written.get(0).type();
      return instance("value", List.of(), type, copied.returning(copied.values().get(0)), doc);
    }
    List<Type.Component> components =
        written.stream()
            .map(p -> new Type.Component(Linkage.componentName(p.name()), p.type()))
            .toList();
    Type.Record type = new Type.Record(linkage.outputsType(), components);
    members.add(new Declaration.RecordClass(type, derivative.visibility(), doc));
    return instance(
        "value",
        List.of(),
        type.name(),
        copied.returning(Members.newRecord(type, copied.values())),
        doc);
  }

  private Type gradientType() {
    return linkage.gradientType(derivative.withRespectTo());
  }

  /** What the backward half changes is copied first: names now mean the copies. */
  private record Run(Var tape, List<Stmt> code) {}

  private Run run(Wrapper wrapper, Var tapeField, List<Var> kept) {
    List<Stmt> code = new ArrayList<>();
    if (!summaries.mutates(function)) {
      return new Run(tapeField, code);
    }
    Var copies = wrapper.adjoints().made("copies", Make.COPIES);
    code.add(new Stmt.Comment("The backward half restores arrays in place: work on copies."));
    code.add(Make.local(copies, Make.create(Make.COPIES)));
    Var tape = wrapper.adjoints().made("run", tapeField.type());
    code.add(
        Make.local(
            tape,
            Make.call(
                TapeCopies.TAPE,
                "copyOf",
                tapeField.type(),
                Make.read(tapeField),
                Make.read(copies))));
    for (Var p : kept) {
      if (!p.type().arrayTypes().isEmpty()) {
        Var own = new Var(p.id(), p.name(), p.type());
        // The local variable hides the field.
        Expr field = Make.read(new Var(-3, "this." + p.name(), p.type()));
        code.add(
            Make.local(
                own,
                new Arguments(function, summaries).copyOf(p, field, copies, wrapper.adjoints())));
      }
    }
    return new Run(tape, code);
  }

  private Declaration apply(Wrapper wrapper, Var field, List<Var> kept) {
    Var seed = wrapper.adjoints().made("dResult", function.result());
    Var shadows = wrapper.adjoints().made("shadows", Make.SHADOWS);
    Run run = run(wrapper, field, kept);
    Var tape = run.tape();
    List<Stmt> code = new ArrayList<>(run.code());
    List<Leaf> arrays =
        Leaf.of(function.result()).stream().filter(leaf -> !leaf.isScalar()).toList();
    List<Stmt> bound = new ArrayList<>();
    Expr value = Make.invoke(Make.read(tape), "value", function.result());
    for (Leaf leaf : arrays) {
      bound.addAll(bind(wrapper, shadows, leaf.in(value), leaf.in(Make.read(seed))));
    }
    declareShadows(wrapper, shadows, bound, code);
    Expr passed =
        arrays.isEmpty()
            ? Make.read(seed)
            : Leaf.assemble(
                function.result(),
                leaf ->
                    leaf.isScalar()
                        ? leaf.in(Make.read(seed))
                        : leaf.isStorage()
                            ? ShadowCalls.find(leaf.in(value), shadows, wrapper.adjoints())
                            : leaf.in(value),
                Make.read(seed));
    Expr given = linkage.takesSeed() ? passed : null;
    wrapper.backward(Make.read(tape), given, shadows, code);
    code.add(Members.returns(Members.gradient(derivative, wrapper.adjoints(), shadows)));
    return instance(
        "apply",
        List.of(seed),
        gradientType(),
        code,
        "The adjoints of the parameters, given the adjoint of the result.");
  }

  private Declaration applyVoid(Wrapper wrapper, Var field, List<Var> kept) {
    Var shadows = wrapper.adjoints().made("shadows", Make.SHADOWS);
    Run run = run(wrapper, field, kept);
    Var tape = run.tape();
    List<Var> seeds = new ArrayList<>();
    List<Stmt> bound = new ArrayList<>();
    for (Var p : writtenParameters()) {
      Var seed = wrapper.adjoints().made("d" + Names.capitalized(p.name()) + "Result", p.type());
      seeds.add(seed);
      for (Leaf leaf : Leaf.of(p.type()).stream().filter(l -> !l.isScalar()).toList()) {
        bound.addAll(bind(wrapper, shadows, leaf.in(Make.read(p)), leaf.in(Make.read(seed))));
      }
    }
    List<Stmt> code = new ArrayList<>(run.code());
    declareShadows(wrapper, shadows, bound, code);
    wrapper.backward(Make.read(tape), null, shadows, code);
    code.add(Members.returns(Members.gradient(derivative, wrapper.adjoints(), shadows)));
    return instance(
        "apply",
        seeds,
        gradientType(),
        code,
        "The adjoints of the parameters as they were passed in, given the adjoints of the arrays"
            + " as they were left.");
  }

  /** The seed is added to zeros: one array may be the result under several names. */
  private static List<Stmt> bind(Wrapper wrapper, Var shadows, Expr array, Expr seed) {
    List<Stmt> out = new ArrayList<>();
    boolean isOfRecords = array.type().leaf() instanceof Type.Record;
    if (array.type().holdsValue()) {
      out.add(
          Make.evaluate(
              isOfRecords
                  ? RecordValues.added(array, seed, shadows, wrapper.adjoints())
                  : Make.invoke(Make.read(shadows), "add", Type.VOID, array, seed)));
    }
    if (array.type().holdsNumbers()) {
      List<Expr> added =
          new ArrayList<>(List.of(ShadowCalls.find(array, shadows, wrapper.adjoints()), seed));
      if (isOfRecords) {
        added.add(RecordSums.adder((Type.Array) array.type(), wrapper.adjoints()));
      }
      out.add(
          Make.evaluate(Make.call(Make.ADJOINTS, "add", Type.VOID, added.toArray(Expr[]::new))));
    }
    return out;
  }

  private void declareShadows(Wrapper wrapper, Var shadows, List<Stmt> bound, List<Stmt> code) {
    boolean needsMap = !bound.isEmpty() || linkage.sharesShadows();
    Set<Var> independents = Set.copyOf(function.differentiable());
    List<Stmt> declared =
        new Arguments(function, summaries)
            .shadows(independents, wrapper.adjoints(), shadows, needsMap);
    boolean hasMap =
        !declared.isEmpty() && declared.get(0) instanceof Stmt.Local l && l.var().equals(shadows);
    if (hasMap) {
      code.add(declared.get(0));
      code.addAll(bound);
      code.addAll(declared.subList(1, declared.size()));
    } else {
      code.addAll(declared);
    }
  }
}
