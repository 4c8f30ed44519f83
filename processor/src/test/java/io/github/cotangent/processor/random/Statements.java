package io.github.cotangent.processor.random;

import io.github.cotangent.processor.random.Scope.Variable;
import java.util.ArrayList;
import java.util.List;

/** Makes statements. */
final class Statements {
  private final Context c;
  private final Dice dice;
  private final Formulas formulas;
  private final Loops loops;
  private final Storage arrays;
  private final Choices choices;

  Statements(Context c) {
    this.c = c;
    this.dice = c.dice;
    this.formulas = new Formulas(c);
    this.loops = new Loops(c, this, formulas);
    this.arrays = new Storage(c, formulas);
    this.choices = new Choices(c, this, formulas);
  }

  Formulas formulas() {
    return formulas;
  }

  /** The statements of a block, in a scope of their own. */
  Tree block(int most) {
    int mark = c.scope.mark();
    List<Tree> statements = new ArrayList<>();
    int count = 1 + dice.below(most);
    for (int i = 0; i < count && (i == 0 || c.fuel > 0); i++) {
      statements.add(statement());
    }
    c.scope.release(mark);
    return Tree.all(statements);
  }

  /** Statements that stay in the current scope. */
  Tree sequence(int count) {
    List<Tree> statements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      statements.add(statement());
    }
    return Tree.all(statements);
  }

  /** One statement. */
  Tree statement() {
    c.fuel--;
    boolean small = c.fuel <= 0;
    return switch (dice.below(small ? 14 : 26)) {
      case 0, 1, 2 -> declaration();
      case 3, 4, 5, 6 -> assignment();
      case 7, 8, 9 -> arrays.write();
      case 10 -> arrays.reference();
      case 11 -> wholeStatement();
      case 12 -> call();
      case 13 -> record();
      case 14, 15, 16 -> choices.branch();
      case 17, 18, 19, 20 -> loops.loop();
      case 21 -> choices.jump();
      case 22 -> choices.choose();
      case 23 -> arrays.library();
      case 24 -> choices.block();
      default -> other();
    };
  }

  private Tree declaration() {
    if (dice.chance(0.12)) {
      return two();
    }
    String type =
        dice.of("double", "double", "double", "double", c.floats ? "float" : "double", "boolean");
    Variable v = c.scope.undeclared(type);
    Tree init = type.equals("double") ? formulas.assigned(3) : formulas.of(type, 2);
    boolean isFinal = dice.chance(0.1);
    boolean isVar = dice.chance(0.15);
    c.scope.add(isFinal ? new Variable(v.name(), type, false, "") : v);
    // An int or float initialiser would give a var another type than we believe.
    Tree safe = isVar ? Tree.fixed("(" + type + ") (", init, ")") : init;
    return Tree.statement(
        (isFinal ? "final " : "") + (isVar ? "var" : type) + " " + v.name() + " = ", safe, ";\n");
  }

  private Tree two() {
    Variable first = c.scope.undeclared("double");
    Tree a = formulas.assigned(2);
    c.scope.add(first);
    Variable second = c.scope.undeclared("double");
    Tree b = formulas.assigned(2);
    c.scope.add(second);
    return Tree.statement(
        "double " + first.name() + " = ", a, ", " + second.name() + " = ", b, ";\n");
  }

  private Tree assignment() {
    List<Variable> targets = c.scope.where(v -> v.type().equals("double") && v.writable());
    if (targets.isEmpty()) {
      return declaration();
    }
    Variable v = dice.pick(targets);
    String n = v.name();
    return switch (dice.below(12)) {
      case 0 ->
          Tree.statement(n + " = ", formulas.bounded(Tree.atom("double", n + " * " + n)), ";\n");
      case 1, 2 -> Tree.statement(n + dice.of(" += ", " -= "), formulas.assigned(2), ";\n");
      case 3 -> Tree.statement(n + " *= ", formulas.bounded(formulas.real(1)), ";\n");
      case 4 ->
          Tree.statement(n + " /= 1.5 + ", formulas.bounded(formulas.real(1)).within(12), ";\n");
      case 5 -> chain(n, targets);
      case 6 -> singles(n);
      default -> Tree.statement(n + " = ", formulas.assigned(3), ";\n");
    };
  }

  private Tree chain(String n, List<Variable> targets) {
    String other = dice.pick(targets).name();
    return Tree.statement(
        n + " = " + other + dice.of(" = ", " += ", " = "), formulas.assigned(2), ";\n");
  }

  private Tree singles(String n) {
    List<Variable> floats = c.scope.where(v -> v.type().equals("float") && v.writable());
    if (floats.isEmpty()) {
      return Tree.statement(dice.of(n + "++", "--" + n), ";\n");
    }
    String f = dice.pick(floats).name();
    return dice.chance(0.5)
        ? Tree.statement(f + " = (float) ", formulas.bounded(formulas.real(1)).within(14), ";\n")
        : Tree.statement(f + dice.of(" += ", " -= "), formulas.bounded(formulas.real(1)), ";\n");
  }

  private Tree wholeStatement() {
    List<Variable> ints = c.scope.where(v -> v.type().equals("int") && v.writable());
    if (ints.isEmpty() || dice.chance(0.5)) {
      Variable v = c.scope.undeclared("int");
      Tree init = formulas.whole().number(2);
      c.scope.add(v);
      return Tree.statement("int " + v.name() + " = ", init, ";\n");
    }
    String n = dice.pick(ints).name();
    return switch (dice.below(4)) {
      case 0 -> Tree.statement(dice.of(n + "++", "--" + n) + ";\n");
      case 1 -> Tree.statement(n + " += ", formulas.real(1), ";\n");
      default -> Tree.statement(n + " = ", formulas.whole().number(2).within(13), " % 5;\n");
    };
  }

  private Tree call() {
    Tree e = formulas.reads().call("void", 2, () -> null);
    if (e != null) {
      return Tree.statement(e, ";\n");
    }
    Variable v = c.scope.undeclared("double[]");
    Tree init = formulas.reads().call("double[]", 2, () -> formulas.reads().fresh("double"));
    c.scope.add(v);
    return Tree.statement("double[] " + v.name() + " = ", init, ";\n");
  }

  private Tree record() {
    String type = dice.of("Point", "Point", "Node", "Bag", "Point[]", "Bag[]");
    List<Variable> old = c.scope.where(v -> v.type().equals(type) && v.writable());
    if (type.equals("Point[]")) {
      return points(old);
    }
    if (!old.isEmpty() && dice.chance(0.6)) {
      String name = dice.pick(old).name();
      return type.equals("Bag[]") && dice.chance(0.7)
          ? Tree.statement(name + "[" + c.row() + "] = ", formulas.reads().bag(2), ";\n")
          : Tree.statement(name + " = ", formulas.of(type, 2), ";\n");
    }
    Variable v = c.scope.undeclared(type);
    Tree init =
        type.equals("Point")
            ? formulas.reads().call("Point", 2, () -> formulas.reads().point(2))
            : formulas.of(type, 2);
    c.scope.add(v);
    return Tree.statement(type + " " + v.name() + " = ", init, ";\n");
  }

  private Tree points(List<Variable> old) {
    if (!old.isEmpty()) {
      String name = dice.pick(old).name();
      return Tree.statement(
          name + "[", formulas.whole().index(name), "] = ", formulas.reads().point(2), ";\n");
    }
    Variable v = c.scope.undeclared("Point[]");
    Tree first = formulas.reads().point(1);
    Tree second = formulas.reads().point(1);
    c.scope.add(v);
    String start = dice.chance(0.5) ? "{" : "new Point[] {";
    return Tree.statement("Point[] " + v.name() + " = " + start, first, ", ", second, "};\n");
  }

  private Tree other() {
    return switch (dice.below(5)) {
      case 0 ->
          Tree.statement(
              "if (",
              formulas.real(1).within(10),
              " > 40.0) {\nthrow new IllegalStateException(\"large\");\n}\n");
      case 1 -> Tree.statement("assert ", formulas.real(1).within(10), " < 1e9 : \"huge\";\n");
      case 2 -> text();
      case 3 -> Tree.statement(";\n");
      default -> later();
    };
  }

  private Tree text() {
    Variable s = c.scope.undeclared("String");
    Tree k = formulas.whole().number(1);
    c.scope.add(s);
    Variable n = c.scope.declare("int");
    return Tree.statement(
        "String " + s.name() + " = \"n=\" + (",
        k,
        ");\nint " + n.name() + " = " + s.name() + ".length();\n");
  }

  /** A variable that is given its value in both branches. */
  private Tree later() {
    Variable v = c.scope.undeclared("double");
    Tree test = formulas.whole().truth(1);
    Tree yes = formulas.assigned(2);
    Tree no = formulas.assigned(2);
    c.scope.add(v);
    String n = v.name();
    return Tree.statement(
        "double " + n + ";\nif (",
        test,
        ") {\n" + n + " = ",
        yes,
        ";\n} else {\n" + n + " = ",
        no,
        ";\n}\n");
  }
}
