package io.github.cotangent.processor.random;

import io.github.cotangent.processor.random.Context.Helper;
import io.github.cotangent.processor.random.Program.Parameter;
import io.github.cotangent.processor.random.Scope.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes a valid program from a seed. All arrays have two elements or more and all values stay
 * small, so that most programs run through; a few fail on purpose.
 */
final class ProgramGenerator {
  private static final List<String> SCALARS = List.of("double", "double", "double", "float", "int");
  private static final List<String> HOLDERS =
      List.of(
          "double[]",
          "double[]",
          "double[][]",
          "float[]",
          "Point",
          "Node",
          "Bag",
          "Point[]",
          "Bag[]");

  private static final Map<String, String> TYPES =
      new TreeMap<>(
          Map.of(
              "Bag",
              "record Bag(double[] values, Point center) {}\n",
              "Mode",
              "enum Mode { FAST, SLOW, OTHER }\n",
              "Node",
              "record Node(Point at, double weight, int tag) {}\n",
              "Point",
              """
      record Point(double x, double value) {
      double sum() {
      return x * value + x;
      }
      double dot(Point other) {
      double t = x * other.x;
      t += value * other.value();
      return Math.sin(t);
      }
      }
      """));

  private final Dice dice;
  private final long seed;
  private final boolean floats;
  private final List<Helper> helpers = new ArrayList<>();
  private final List<Tree> methods = new ArrayList<>();

  private ProgramGenerator(long seed) {
    this.seed = seed;
    this.dice = new Dice(seed);
    this.floats = dice.chance(0.3);
  }

  /** The program of this seed. */
  static Program generate(long seed) {
    return new ProgramGenerator(seed).program();
  }

  private Program program() {
    int count = dice.below(4);
    for (int i = 0; i < count; i++) {
      helper("h" + (i + 1));
    }
    String result =
        dice.of(
            "double",
            "double",
            "double",
            "double",
            floats ? "float" : "double",
            "double[]",
            "Point",
            "Bag",
            dice.of("double[][]", "Point[]", "Bag[]", "Node", floats ? "float[]" : "Point[]"),
            "void");
    Context c = new Context(dice, helpers, result, floats, 6 + dice.below(18), 6);
    List<Parameter> parameters = parameters(c, result);
    methods.add(0, main(c, parameters, result));
    String name = "P" + Long.toUnsignedString(seed);
    List<Object> parts = new ArrayList<>();
    parts.add("package " + Program.PACKAGE + ";\n\n");
    parts.add("import io.github.cotangent.Differentiable;\n");
    parts.add("import io.github.cotangent.NonDifferentiable;\n");
    parts.add("import java.util.Arrays;\n\n");
    parts.add("final class " + name + " {\n");
    for (int i = 0; i < methods.size(); i++) {
      if (i == 0 || isCalled("h" + i, methods)) {
        parts.addAll(List.of(methods.get(i), "\n"));
      }
    }
    parts.add(Tree.statement("static final double HALF = 0.5;\n"));
    TYPES.forEach((type, text) -> parts.add(Tree.statement(text)));
    parts.add("}\n");
    return new Program(seed, name, Tree.fixed(parts.toArray()), parameters, result);
  }

  private static boolean isCalled(String helper, List<Tree> methods) {
    return methods.stream()
        .map(Tree::source)
        .anyMatch(text -> text.replaceFirst("^static .*", "").contains(helper + "("));
  }

  private List<Parameter> parameters(Context c, String result) {
    List<Parameter> parameters = new ArrayList<>();
    String first = result.equals("void") ? "double[]" : dice.of("double", "double", "double[]");
    parameters.add(parameter(c, first, false));
    int more = dice.below(5);
    for (int i = 0; i < more; i++) {
      String wish = dice.chance(0.5) ? dice.pick(SCALARS) : dice.pick(HOLDERS);
      String type = floats ? wish : wish.replace("float", "double");
      boolean isMode = dice.chance(0.06);
      parameters.add(parameter(c, isMode ? "Mode" : type, dice.chance(0.05)));
    }
    return parameters;
  }

  private static Parameter parameter(Context c, String type, boolean constant) {
    Variable v = c.scope.declare(type);
    boolean marked = constant && (type.equals("double") || type.equals("float"));
    return new Parameter(v.name(), type, marked);
  }

  private Tree main(Context c, List<Parameter> parameters, String result) {
    Statements statements = new Statements(c);
    Tree body = statements.sequence(2 + dice.below(6));
    String list =
        parameters.stream()
            .map(p -> (p.constant() ? "@NonDifferentiable " : "") + p.type() + " " + p.name())
            .collect(Collectors.joining(", "));
    return Tree.fixed(
        "@Differentiable\nstatic " + result + " f(" + list + ") {\n",
        body,
        ending(c, statements),
        "}\n");
  }

  /** The last statement: it makes much of what was computed matter. */
  private Tree ending(Context c, Statements statements) {
    Formulas formulas = statements.formulas();
    if (c.result.equals("void")) {
      return Tree.fixed("");
    }
    if (!c.result.equals("double") && !c.result.equals("float")) {
      return Tree.fixed("return ", formulas.of(c.result, 3), ";\n");
    }
    List<Object> parts = new ArrayList<>();
    parts.add(c.result.equals("float") ? "return (float) (" : "return ");
    int terms = 2 + dice.below(4);
    for (int i = 0; i < terms; i++) {
      parts.add(i == 0 ? "" : " + ");
      parts.add((dice.chance(0.3) ? formulas.real(2) : formulas.reads().real()).within(12));
    }
    parts.add(c.result.equals("float") ? ");\n" : ";\n");
    return Tree.fixed(parts.toArray());
  }

  private void helper(String name) {
    boolean recursive = dice.chance(0.3);
    String result = dice.of("double", "double", "double", "void", "double[]", "Point");
    Context c = new Context(dice, helpers, result, floats, 2 + dice.below(6), 2);
    List<String> types = new ArrayList<>();
    StringBuilder list = new StringBuilder();
    String depth = "";
    if (recursive) {
      types.add("int");
      depth = c.scope.declare("int", false, "").name();
      list.append("int ").append(depth);
    }
    int count = 1 + dice.below(3);
    for (int i = 0; i < count; i++) {
      boolean needsArray = result.equals("void") && i == 0;
      String type =
          needsArray || dice.chance(0.35)
              ? "double[]"
              : dice.of(
                  "double",
                  "double",
                  "Point",
                  "int",
                  "double[][]",
                  "Bag",
                  "Point[]",
                  "Bag[]",
                  "int[]",
                  floats ? "float" : "double");
      types.add(type);
      list.append(list.isEmpty() ? "" : ", ")
          .append(type)
          .append(' ')
          .append(c.scope.declare(type).name());
    }
    Helper helper = new Helper(name, result, types, recursive);
    methods.add(method(c, helper, list.toString(), depth));
    helpers.add(helper);
  }

  private Tree method(Context c, Helper helper, String list, String depth) {
    Statements statements = new Statements(c);
    List<Object> parts = new ArrayList<>();
    parts.add(
        (dice.chance(0.15) ? "private " : "")
            + "static "
            + helper.result()
            + " "
            + helper.name()
            + "("
            + list
            + ") {\n");
    if (helper.recursive()) {
      parts.add("if (" + depth + " <= 0) {\n");
      parts.add(new Choices(c, statements, statements.formulas()).returning());
      parts.add("}\n");
    }
    parts.add(statements.sequence(1 + dice.below(3)));
    if (helper.recursive()) {
      parts.add(again(c, helper, depth, statements.formulas()));
      parts.add(statements.sequence(dice.below(2)));
    }
    parts.add(ending(c, statements));
    parts.add("}\n");
    return Tree.statement(parts.toArray());
  }

  /** The recursive call. */
  private Tree again(Context c, Helper helper, String depth, Formulas formulas) {
    List<Object> parts = new ArrayList<>();
    Variable v = helper.result().equals("void") ? null : c.scope.undeclared(helper.result());
    parts.add(v == null ? "" : helper.result() + " " + v.name() + " = ");
    parts.add(helper.name() + "(" + depth + " - 1");
    for (String type : helper.parameters().subList(1, helper.parameters().size())) {
      parts.add(", ");
      parts.add(formulas.of(type, 2));
    }
    parts.add(");\n");
    if (v != null) {
      c.scope.add(v);
    }
    return Tree.statement(parts.toArray());
  }
}
